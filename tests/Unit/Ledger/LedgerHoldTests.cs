using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>What holding the ledger promises, whatever the store.</summary>
public sealed class LedgerHoldTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Appends_wait_while_it_lasts_and_then_go_on(Store store)
    {
        using var open = await OpenAsync(store);
        var recorded = await open.AppendAsync(1, 1, Entry(1), Entry(2));
        Task append;
        await using (var hold = await open.Ledger.HoldAsync(default))
        {
            append = open.AppendAsync(1, 3, Entry(3));
            await open.MeetHoldAsync();
            Assert.Equal((2L, recorded[1]), (hold.Position, hold.RecordedAt));
            Assert.Equal(2, (await open.ReadAsync(1)).Count);
            Assert.Equal(2, (await open.Ledger.ReadHeadsAsync(default)).Of(1));
            Assert.False(append.IsCompleted);
            await hold.DisposeAsync();
        }

        await append;
        Assert.Equal(2, (await open.ReadAsync([1], recorded[1])).Count);
        await using var next = await open.Ledger.HoldAsync(default);
        Assert.Equal(3, next.Position);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task However_many_append_meanwhile_it_counts_every_row_that_there_is_until_it_ends(Store store)
    {
        const int Units = 8;
        using var open = await OpenAsync(store);
        using var ending = new CancellationTokenSource();
        var appending = Enumerable.Range(1, Units).Select(AppendUntilEndedAsync).ToList();
        for (var run = 0; run < 50; run++)
        {
            var hold = await open.Ledger.HoldAsync(default);
            Assert.Equal(hold.Position, (await open.Ledger.ReadHeadsAsync(default)).Rows.Sum(row => (long)row));
            Assert.Equal(hold.Position, (await open.ReadAsync(Enumerable.Range(1, Units))).Count);
            await hold.ConfirmAsync(default);
            await hold.DisposeAsync();
            Assert.Equal(hold.Position, (await open.ReadAsync(Enumerable.Range(1, Units), hold.RecordedAt)).Count);
        }

        await ending.CancelAsync();
        await Task.WhenAll(appending);

        async Task AppendUntilEndedAsync(int unit)
        {
            for (var sequence = 1; !ending.IsCancellationRequested; sequence++)
                await open.AppendAsync(unit, sequence, Entry(sequence));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task As_known_by_a_hold_of_an_empty_ledger_nothing_is_there_ever_after(Store store)
    {
        using var open = await OpenAsync(store);
        DateTimeOffset recordedAt;
        await using (var hold = await open.Ledger.HoldAsync(default))
            recordedAt = hold.RecordedAt;
        await open.AppendAsync(1, 1, Entry(1));
        Assert.Empty(await open.ReadAsync([1], recordedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_ledger_is_at_position_zero(Store store)
    {
        using var open = await OpenAsync(store);
        await using var hold = await open.Ledger.HoldAsync(default);
        Assert.Equal(0, hold.Position);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_wait_holds_nothing(Store store)
    {
        using var open = await OpenAsync(store);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Ledger.HoldAsync(cancellation.Token));
        await open.AppendAsync(1, 1, Entry(1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Closing_fails_what_is_held_back(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Ledger.HoldAsync(default);
        var append = open.AppendAsync(1, 1, Entry(1));
        open.Dispose();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => append);
    }
}
