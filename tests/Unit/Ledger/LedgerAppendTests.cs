using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>What appending promises, whatever the store.</summary>
public sealed class LedgerAppendTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Thousands_of_appends_at_once_are_all_recorded_once_and_in_order(Store store)
    {
        using var open = await OpenAsync(store);
        await Task.WhenAll(Enumerable.Range(1, 5_000).Select(unit => Task.Run(async () =>
        {
            await open.AppendAsync(unit, 1, Entry(unit), Entry(unit + 1));
            await open.AppendAsync(unit, 3, Entry(unit + 2));
        })));

        var rows = await open.ReadAsync(Enumerable.Range(1, 5_000));
        Assert.Equal(15_000, rows.Count);
        Assert.All(
            rows.GroupBy(row => row.UnitId),
            unit => Assert.Equal(
                [(1, unit.Key), (2, unit.Key + 1), (3, unit.Key + 2L)],
                unit.Select(row => (row.Sequence, row.Figures.Counts[0].Value))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_larger_than_its_bound_goes_with_several_commits(Store store)
    {
        using var open = await OpenAsync(store, groupRows: 3);
        await Task.WhenAll(Enumerable.Range(1, 100).Select(unit => open.AppendAsync(unit, 1, [.. Enumerable.Repeat(Entry(1), 5)])));
        Assert.Equal(500, (await open.ReadAsync(Enumerable.Range(1, 100))).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fenced_append_leaves_nothing_and_its_neighbours_stand(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1), Entry(2));
        var before = open.AppendAsync(2, 1, Entry(1));
        var fenced = open.AppendAsync(1, 2, Entry(20), Entry(30));
        var after = open.AppendAsync(3, 1, Entry(1));

        await before;
        await after;
        var exception = await Assert.ThrowsAsync<LedgerFencedException>(() => fenced);
        Assert.Contains("Unit 1", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1L, 2L], (await open.ReadAsync(1)).Select(row => row.Figures.Counts[0].Value));
        Assert.Single(await open.ReadAsync(2));
        Assert.Single(await open.ReadAsync(3));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_appends_of_one_sequence_the_first_stands(Store store)
    {
        using var open = await OpenAsync(store);
        var hold = await open.Ledger.HoldAsync(default);
        var first = open.AppendAsync(1, 1, Entry(1));
        var second = open.AppendAsync(1, 1, Entry(2));
        var third = open.AppendAsync(1, 2, Entry(3));
        await hold.DisposeAsync();

        await first;
        await Assert.ThrowsAsync<LedgerFencedException>(() => second);
        await third;
        await open.AppendAsync(1, 3, Entry(4));
        Assert.Equal([1L, 3L, 4L], (await open.ReadAsync(1)).Select(row => row.Figures.Counts[0].Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_gap_is_refused(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 3, Entry(3)));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(2, 2, Entry(2)));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(2, 0, Entry(2)));
        Assert.Single(await open.ReadAsync([1, 2]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_append_without_rows_asks_whether_the_rows_before_it_are_the_last(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1));
        Assert.Empty(await open.AppendAsync(1, 2));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 1));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 3));
        Assert.Single(await open.ReadAsync(1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_append_of_nothing_known_is_the_callers_mistake(Store store)
    {
        using var open = await OpenAsync(store);
        await Assert.ThrowsAsync<ArgumentException>(() => open.Ledger.AppendAsync(new LedgerAppend(1, 1, default)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => open.AppendAsync(1, 1, Entry(1) with { Reporter = null! }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_ledger_says_so(Store store)
    {
        var open = await OpenAsync(store);
        open.Dispose();
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 1, Entry(1)));
        Assert.Contains(open.Place, exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.ReadAsync(1));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.ReadHeadsAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.HoldAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Queries.ReadNewestAsync(1, null, 1, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Closing_commits_what_waits(Store store)
    {
        var open = await OpenAsync(store);
        Task[] appends = [.. Enumerable.Range(1, 1_000).Select(unit => open.AppendAsync(unit, 1, Entry(unit)))];
        using var again = open.Reopen();
        await Task.WhenAll(appends);
        Assert.Equal(1_000, (await again.ReadAsync(Enumerable.Range(1, 1_000))).Count);
    }
}
