using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>What reading promises, whatever the store.</summary>
public sealed class LedgerReadTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_comes_back_as_it_was_reported(Store store)
    {
        using var open = await OpenAsync(store);
        var figures = new Figures
        {
            Counts = [new CountFigure("agencies", 3)],
            Statuses = [new StatusFigure("committee", "consolidated")],
            Models = [new ModelFigure("Móc khóa an toàn", ["self-protection", "other"], 2, 1)],
            Declared = [new CountFigure("models", 7)],
            Note = "ghi chú \"đặc biệt\" 🙂",
        };
        var report = new Report("hn-2017-000123", new DateOnly(2017, 2, 20), figures, Withdraws: null);
        var recorded = await open.AppendAsync(7, 1, new LedgerEntry("khóa-1", report));

        var row = Assert.Single(await open.ReadAsync([7], withSenders: true));
        Assert.Equal(
            new LedgerRow
            {
                UnitId = 7,
                Sequence = 1,
                EffectiveOn = report.EffectiveOn,
                RecordedAt = recorded[0],
                Reporter = "khóa-1",
                IdempotencyKey = "hn-2017-000123",
                Figures = figures,
            },
            row);
        Assert.Equal("Móc khóa an toàn", row.Figures.Models[0].Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Senders_are_left_out_unless_they_are_asked_for(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1));
        var row = Assert.Single(await open.ReadAsync(1));
        Assert.Equal(("", ""), (row.Reporter, row.IdempotencyKey));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_withdrawal_is_seen_by_those_who_know_of_it(Store store)
    {
        using var open = await OpenAsync(store);
        var first = await open.AppendAsync(1, 1, Entry(1), Entry(2));
        var withdrawal = await open.AppendAsync(1, 3, Entry(0, withdraws: 1));

        Assert.Equal([3, null, null], (await open.ReadAsync(1)).Select(row => row.WithdrawnBy));
        Assert.Equal([null, null, 1], (await open.ReadAsync(1)).Select(row => row.Withdraws));
        Assert.Equal([3, null, null], (await open.ReadAsync([1], withdrawal[0])).Select(row => row.WithdrawnBy));
        Assert.Equal([null, null], (await open.ReadAsync([1], withdrawal[0].AddMicroseconds(-1))).Select(row => row.WithdrawnBy));
        Assert.Equal([1], (await open.ReadAsync([1], first[0])).Select(row => row.Sequence));
        Assert.Empty(await open.ReadAsync([1], first[0].AddTicks(-1)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_who_read_at_once_get_their_own_rows(Store store)
    {
        using var open = await OpenAsync(store);
        var recorded = await Task.WhenAll(
            Enumerable.Range(1, 300).Select(unit => open.AppendAsync(unit, 1, [.. Enumerable.Range(0, unit % 7 + 1).Select(Row)])));
        // Single units, overlapping ranges, everything, and a past in which there was nothing: all waiting at the same time.
        var readings = Enumerable.Range(1, 300).Select(unit => (Enumerable.Range(unit, 1), (DateTimeOffset?)null))
            .Concat(Enumerable.Range(1, 20).Select(start => (Enumerable.Range(start * 10, 50), (DateTimeOffset?)null)))
            .Append((Enumerable.Range(1, 300), null))
            .Append((Enumerable.Range(1, 300), recorded[0][0].AddDays(-1)))
            .Select(async reading => (Units: reading.Item1, KnownAt: reading.Item2, Rows: await open.ReadAsync(
                reading.Item1,
                reading.Item2)))
            .ToList();

        foreach (var (units, knownAt, rows) in await Task.WhenAll(readings))
        {
            var expected = knownAt is null ? units.Where(unit => unit <= 300)
                .SelectMany(unit => Enumerable.Range(1, unit % 7 + 1).Select(sequence => (unit, sequence))) : [];
            Assert.Equal(expected, rows.Select(row => (row.UnitId, row.Sequence)).Order());
        }

        static LedgerEntry Row(int value) => Entry(value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reading_begun_after_an_acknowledgement_sees_the_row(Store store)
    {
        using var open = await OpenAsync(store);
        // Readings of everything keep both lanes busy, so that most of those below join one that already waits.
        using var stop = new CancellationTokenSource();
        var noise = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await open.ReadAsync(Enumerable.Range(1, 500));
        })).ToArray();

        await Task.WhenAll(Enumerable.Range(1, 50).Select(unit => Task.Run(async () =>
        {
            for (var sequence = 1; sequence <= 40; sequence++)
            {
                await open.AppendAsync(unit, sequence, Entry(sequence));
                Assert.Equal(sequence, (await open.ReadAsync(unit)).Count);
                Assert.True((await open.Ledger.ReadHeadsAsync(default)).Of(unit) >= sequence);
            }
        })));
        await stop.CancelAsync();
        await Task.WhenAll(noise);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_one_receiver_throws_harms_no_other(Store store)
    {
        using var open = await OpenAsync(store);
        await Task.WhenAll(Enumerable.Range(1, 10).Select(unit => open.AppendAsync(unit, 1, Entry(unit))));
        var selection = new LedgerSelection { UnitIds = [.. Enumerable.Range(1, 10)] };
        var seen = 0;
        var throwing = open.Ledger.ReadAsync(
            selection,
            _ =>
            {
                seen++;
                throw new InvalidOperationException("not mine");
            },
            default);
        var other = open.ReadAsync(Enumerable.Range(1, 10));
        Assert.Equal(10, (await other).Count);
        Assert.Equal("not mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => throwing)).Message);
        Assert.Equal(1, seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_reading_ends_and_no_row_comes_after_it(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, [.. Enumerable.Range(1, 100).Select(value => Entry(value))]);
        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Ledger.ReadAsync(
            new LedgerSelection { UnitIds = [1] },
            _ =>
            {
                if (++seen == 3)
                    cancellation.Cancel();
            },
            cancellation.Token));
        Assert.Equal(3, seen);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Ledger.ReadAsync(
            new LedgerSelection { UnitIds = [1] },
            _ => seen++,
            cancellation.Token));
        Assert.Equal(3, seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Heads_are_the_last_sequences(Store store)
    {
        var clock = new SetClock();
        using var open = await OpenAsync(store, clock);
        Assert.Equal(0, (await open.Ledger.ReadHeadsAsync(default)).Of(5));
        await open.AppendAsync(5, 1, Entry(1), Entry(2));
        await open.AppendAsync(2, 1, Entry(1));
        await open.AppendAsync(1_000, 1, Entry(1), Entry(2), Entry(3));
        var heads = await open.Ledger.ReadHeadsAsync(default);
        Assert.Equal(clock.Now, heads.TakenAt);
        Assert.Equal((0, 1, 2, 3, 0), (heads.Of(1), heads.Of(2), heads.Of(5), heads.Of(1_000), heads.Of(1_001)));

        clock.Now = clock.Now.AddMinutes(1);
        await open.AppendAsync(5, 3, Entry(3));
        heads = await open.Ledger.ReadHeadsAsync(default);
        Assert.Equal((3, clock.Now), (heads.Of(5), heads.TakenAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Figures_met_again_and_again_stay_what_they_are(Store store)
    {
        using var open = await OpenAsync(store);
        var entries = Enumerable.Range(0, 2_000).Select(value => Entry(value % 7)).ToArray();
        await open.AppendAsync(1, 1, entries);
        Assert.Equal(entries.Select(entry => entry.Report.Figures), (await open.ReadAsync(1)).Select(row => row.Figures));
        Assert.Equal(entries.Select(entry => entry.Report.Figures), (await open.ReadAsync(1)).Select(row => row.Figures));
    }
}
