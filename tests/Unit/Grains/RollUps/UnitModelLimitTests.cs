using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>How many models a unit may have, whoever calls its grain.</summary>
public sealed class UnitModelLimitTests : IAsyncLifetime
{
    private GrainHost host = null!;

    public async Task InitializeAsync() => host = await GrainHost.StartAsync(
        Trees.Small(),
        catalogue: new IndicatorCatalogue(
            Seed.Catalogue.Levels,
            Seed.Catalogue.Indicators,
            Seed.Catalogue.ModelKinds)
        { ModelLimits = new ModelLimits(PerReport: 2, PerUnit: 3) });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_report_states_so_many_models_and_no_more()
    {
        Assert.Equal("Accepted 1", (await host.ReportAsync("00001", Models("a", "A", "B"))).Text());
        Assert.Equal("Invalid /models too-many-models", (await host.ReportAsync("00004", Models("a", "A", "B", "C"))).Text());
    }

    [Fact]
    public async Task So_many_names_stand_in_a_unit_and_no_more()
    {
        Assert.Equal("Accepted 1, Accepted 2", (await host.ReportAsync("00001", Models("a", "A", "B"), Models("b", "B", "C"))).Text());
        Assert.Equal("Invalid /models too-many-standing-models", (await host.ReportAsync("00001", Models("c", "D"))).Text());
        Assert.Equal("Accepted 3", (await host.ReportAsync("00001", Models("d", "C", "A"))).Text());
        Assert.Equal("Duplicate 1", (await host.ReportAsync("00001", Models("a", "A", "B"))).Text());
        Assert.Equal(
            "Accepted 4, Accepted 5",
            (await host.ReportAsync("00001", Batch.Withdrawal("e", 2), Batch.Withdrawal("f", 3))).Text());
        Assert.Equal("Accepted 6", (await host.ReportAsync("00001", Models("g", "D"))).Text());
        Assert.Equal(
            "NotRecorded, Invalid /models too-many-standing-models",
            (await host.ReportAsync("00004", Models("a", "A", "B"), Models("b", "C", "D"))).Text());
    }

    private static Report Models(string key, params string[] names) =>
        new(key, Draw.Day, new Figures
        {
            Models = [.. names.Order(System.StringComparer.Ordinal)
            .Select(name => new ModelFigure(name, ["other"], 1, 1))]
        }, null);
}
