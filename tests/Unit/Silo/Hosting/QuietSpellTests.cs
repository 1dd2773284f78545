using System.Linq;
using Aggregation.Silo.Hosting;
using Xunit;

namespace Aggregation.Tests.Silo.Hosting;

public sealed class QuietSpellTests
{
    private const long Mebibyte = 1024 * 1024;

    [Fact]
    public void It_is_due_once_after_three_quiet_looks() =>
        Assert.Equal([false, false, false, true, false, false], Looks(500, 1, 1, 1, 1, 1));

    [Fact]
    public void Work_begins_another_spell() =>
        Assert.Equal(
            [false, false, false, false, false, false, true, false, false, false, true],
            Looks(500, 1, 1, 500, 1, 1, 1, 500, 1, 1, 1));

    private static bool[] Looks(params long[] allocated)
    {
        var spell = new QuietSpell();
        var total = 0L;
        return [.. allocated.Select(mebibytes => spell.IsDue(total += mebibytes * Mebibyte))];
    }
}
