using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Ledger;

public sealed class AgedHeadsTests
{
    private readonly ManualTime time = new(new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Edition edition = Trees.Small();
    private readonly MemoryLedger ledger;
    private readonly AgedHeads heads;
    private int rows;

    public AgedHeadsTests()
    {
        ledger = new MemoryLedger(time);
        heads = new AgedHeads(ledger, time);
    }

    [Fact]
    public async Task Nothing_is_old_enough_at_first()
    {
        await AppendAsync();
        Assert.Null((await heads.GetAsync(edition, CancellationToken.None)).Aged);
        time.Advance(AgedHeads.Age - TimeSpan.FromTicks(1));
        Assert.Null((await heads.GetAsync(edition, CancellationToken.None)).Aged);
    }

    [Fact]
    public async Task Heads_are_never_younger_than_their_age()
    {
        var recorded = ImmutableDictionary<int, DateTimeOffset>.Empty;
        var random = new Random(5);
        for (var step = 0; step < 200; step++)
        {
            await AppendAsync();
            recorded = recorded.Add(rows, time.GetUtcNow());
            time.Advance(TimeSpan.FromSeconds(random.Next(4)));
            if ((await heads.GetAsync(edition, CancellationToken.None)).Aged is not { } aged)
                continue;
            Assert.Equal(aged.Own(0), aged.Area(0));
            Assert.True(recorded[(int)aged.Own(0)] <= time.GetUtcNow() - AgedHeads.Age, $"step {step}");
        }
    }

    [Fact]
    public async Task Heads_follow_the_ledger()
    {
        await AppendAsync();
        await heads.GetAsync(edition, CancellationToken.None);
        await AppendAsync();
        time.Advance(AgedHeads.Age);
        Assert.Equal(1, (await heads.GetAsync(edition, CancellationToken.None)).Aged!.Own(0));
        time.Advance(AgedHeads.Age);
        Assert.Equal(2, (await heads.GetAsync(edition, CancellationToken.None)).Aged!.Own(0));
    }

    [Fact]
    public async Task Every_edition_has_its_own_areas()
    {
        await AppendAsync();
        await heads.GetAsync(edition, CancellationToken.None);
        time.Advance(AgedHeads.Age);
        var other = Trees.Small("2025", firstId: 100);
        Assert.Equal(1, (await heads.GetAsync(edition, CancellationToken.None)).Aged!.Area(0));
        Assert.Equal(0, (await heads.GetAsync(other, CancellationToken.None)).Aged!.Area(0));
        Assert.Equal(1, (await heads.GetAsync(edition, CancellationToken.None)).Aged!.Area(0));
    }

    private Task<ImmutableArray<DateTimeOffset>> AppendAsync() =>
        ledger.AppendAsync(new LedgerAppend(
            edition.Units[0].Id,
            ++rows,
            [new LedgerEntry("test", new Report($"k{rows}", Draw.Day, Figures.None, null))]));
}
