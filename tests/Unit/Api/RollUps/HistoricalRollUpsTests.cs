using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;
using FigureDates = Aggregation.Contracts.FigureDates;

namespace Aggregation.Tests.Api.RollUps;

public sealed class HistoricalRollUpsTests : IDisposable
{
    private static readonly Edition Small = Trees.Small();
    private static readonly FigureDates AsOf = new(Draw.Day, null);

    private readonly ManualTime time = new(new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FoldLimit limit = new(new LimitSettings { FoldsAtOnce = 2, FoldsWaiting = 3 });
    private readonly MemoryLedger ledger;
    private readonly HistoricalRollUps rollUps;
    private int readings;

    public HistoricalRollUpsTests()
    {
        ledger = new MemoryLedger(time) { OnRead = _ => Interlocked.Increment(ref readings) };
        rollUps = new HistoricalRollUps(ledger, Seed.Layout, limit, time);
    }

    public void Dispose() => limit.Dispose();

    [Fact]
    public async Task Those_who_ask_for_the_same_share_one_fold()
    {
        await ReportAsync("00001", 1, 3);
        var areas = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SchoolsAsync("VN", AsOf)));
        Assert.All(areas, schools => Assert.Equal(3, schools));
        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task A_fold_answers_for_every_unit_within_until_the_ledger_grows_there()
    {
        await ReportAsync("00001", 1, 3);
        Assert.Equal(3, await SchoolsAsync("VN", AsOf));
        Assert.Equal(3, await SchoolsAsync("01", AsOf));
        Assert.Equal(1, readings);

        await ReportAsync("00001", 2, 4);
        Assert.Equal(0, await SchoolsAsync("48", AsOf));
        Assert.Equal(1, readings);
        Assert.Equal(4, await SchoolsAsync("01", AsOf));
        Assert.Equal(4, await SchoolsAsync("VN", AsOf));
        Assert.Equal(3, readings);
    }

    [Fact]
    public async Task What_was_known_long_ago_is_folded_once_whatever_is_recorded_since()
    {
        await ReportAsync("00001", 1, 3);
        var known = new FigureDates(null, time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, await SchoolsAsync("VN", known));
        await ReportAsync("00001", 2, 4);
        Assert.Equal(3, await SchoolsAsync("VN", known));
        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task What_was_known_a_moment_ago_may_still_come_to_light()
    {
        await ReportAsync("00001", 1, 3);
        var known = new FigureDates(null, time.GetUtcNow().AddSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, await SchoolsAsync("VN", known));
        await ReportAsync("00001", 2, 4);
        Assert.Equal(ledger.Rows[1].RecordedAt <= known.KnownAt ? 4 : 3, await SchoolsAsync("VN", known));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task A_fold_that_failed_is_tried_again()
    {
        await ReportAsync("00001", 1, 3);
        ledger.OnRead = _ => throw new LedgerUnavailableException("gone");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => SchoolsAsync("VN", AsOf));
        ledger.OnRead = null;
        Assert.Equal(3, await SchoolsAsync("VN", AsOf));
    }

    [Fact]
    public async Task Nobody_waits_for_a_fold_longer_than_he_likes()
    {
        using var release = new ManualResetEventSlim();
        ledger.OnRead = _ => release.Wait();
        using var impatience = new CancellationTokenSource();
        var impatient = rollUps.GetAsync(Small, 0, AsOf, impatience.Token);
        var patient = rollUps.GetAsync(Small, 0, AsOf, CancellationToken.None);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.Set();
        await patient;
    }

    [Fact]
    public async Task So_many_folds_are_at_work_and_wait_and_no_more()
    {
        using var release = new ManualResetEventSlim();
        ledger.OnRead = _ => release.Wait();
        var folds = Enumerable.Range(0, 6)
            .Select(day => rollUps.GetAsync(Small, 0, new FigureDates(Draw.Day.AddDays(day), null), CancellationToken.None))
            .ToList();
        var refused = await Task.WhenAny(folds);
        Assert.Equal(5, (await Assert.ThrowsAsync<TooManyFoldsException>(() => refused)).Most);
        release.Set();
        folds.Remove(refused);
        await Task.WhenAll(folds);
        await rollUps.GetAsync(Small, 0, new FigureDates(Draw.Day.AddDays(7), null), CancellationToken.None);
    }

    private async Task<long> SchoolsAsync(string code, FigureDates dates)
    {
        var area = await rollUps.GetAsync(Small, Small.IndexOf(code), dates, CancellationToken.None);
        return area.Subtotal(Small.IndexOf(code)).Cells[TallyLayout.Count(Seed.Catalogue.Find("schools")!)];
    }

    private async Task ReportAsync(string code, int sequence, long schools)
    {
        var report = new Report($"key-{sequence}", Draw.Day, new Figures { Counts = [new CountFigure("schools", schools)] }, null);
        await ledger.AppendAsync(new LedgerAppend(Small.Find(code)!.Id, sequence, [new LedgerEntry("reporter", report)]));
    }
}
