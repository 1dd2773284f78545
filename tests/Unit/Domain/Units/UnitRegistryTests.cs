using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Domain.Units;

public sealed class UnitRegistryTests
{
    [Fact]
    public void Nothing_is_loaded_at_first()
    {
        var registry = new UnitRegistry("2023");
        Assert.Null(registry.Find("2023"));
        Assert.Throws<InvalidOperationException>(() => registry.Active);
    }

    [Fact]
    public void Editions_stand_side_by_side_and_one_is_active()
    {
        var registry = new UnitRegistry("2023");
        var (old, current) = (Trees.Small("2023"), Trees.Small("2025", firstId: 100));
        registry.Publish(old);
        registry.Publish(current);
        Assert.Same(old, registry.Active);
        Assert.Same(current, registry.Find("2025"));
        Assert.Equal(2, registry.Editions.Count());
    }

    [Fact]
    public void A_later_generation_is_never_displaced_by_an_earlier_one()
    {
        var registry = new UnitRegistry("2023");
        var editions = Enumerable.Range(1, 50).Select(generation => Trees.Small(generation: generation)).ToArray();
        Parallel.ForEach(Properties.Shuffled(editions, 3), registry.Publish);
        Assert.Equal(50, registry.Active.Generation);
        registry.Publish(editions[10]);
        Assert.Equal(50, registry.Active.Generation);
    }

    [Fact]
    public void The_same_list_read_again_changes_nothing_and_another_one_of_its_generation_does()
    {
        var registry = new UnitRegistry("2023");
        var first = Trees.Small();
        registry.Publish(first);
        registry.Publish(Trees.Small());
        Assert.Same(first, registry.Active);
        var other = new Edition("2023", first.Generation, first.Units.Select(unit => unit with { Name = $"{unit.Name}, khác" }));
        registry.Publish(other);
        Assert.Same(other, registry.Active);
    }
}
