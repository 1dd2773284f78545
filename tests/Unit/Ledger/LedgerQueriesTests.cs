using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>What the API asks of the ledger, whatever the store.</summary>
public sealed class LedgerQueriesTests
{
    private static readonly DateOnly First = new(2017, 2, 10);
    private static readonly DateOnly Last = new(2017, 2, 20);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_trail_is_read_newest_first_in_pages(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, [.. Enumerable.Range(1, 7).Select(value => Entry(value, key: $"key-{value}"))]);
        await open.AppendAsync(2, 1, Entry(1));
        await open.AppendAsync(1, 8, Entry(0, withdraws: 3));

        var newest = await open.Queries.ReadNewestAsync(1, before: null, limit: 3, default);
        Assert.Equal([8, 7, 6], newest.Select(row => row.Sequence));
        Assert.Equal((3, "reporter"), (newest[0].Withdraws, newest[0].Reporter));
        Assert.Equal("key-7", newest[1].IdempotencyKey);
        var older = await open.Queries.ReadNewestAsync(1, before: 6, limit: 10, default);
        Assert.Equal([5, 4, 3, 2, 1], older.Select(row => row.Sequence));
        Assert.Equal([null, null, 8, null, null], older.Select(row => row.WithdrawnBy));
        Assert.Empty(await open.Queries.ReadNewestAsync(1, before: 1, limit: 10, default));
        Assert.Equal(older.OrderBy(row => row.Sequence), (await open.ReadAsync([1], withSenders: true)).Take(5));
    }

    [Theory]
    [OnSqlite(0)]
    [OnPostgres(0)]
    // So many units that the ledger is scanned.
    [OnSqlite(500)]
    [OnPostgres(500)]
    public async Task Units_are_reporting_when_a_report_that_stands_is_effective_in_those_days(Store store, int others)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1, day: "2017-02-10"));
        await open.AppendAsync(2, 1, Entry(1, day: "2017-02-20"), Entry(1, day: "2017-03-01"));
        await open.AppendAsync(3, 1, Entry(1, day: "2017-02-09"), Entry(1, day: "2017-02-21"));
        var reported = await open.AppendAsync(4, 1, Entry(1, day: "2017-02-15"));
        await open.AppendAsync(4, 2, Entry(1, withdraws: 1, day: "2017-02-16"));
        await open.AppendAsync(5, 1, Entry(1, day: "2017-02-15"));
        int[] units = [1, 2, 3, 4, .. Enumerable.Range(1_000, others)];

        Assert.Equal([1, 2], (await open.Queries.FindReportingAsync(units, First, Last, null, default)).Order());
        Assert.Equal([1, 2, 4], (await open.Queries.FindReportingAsync(units, First, Last, reported[0], default)).Order());
        Assert.Empty(await open.Queries.FindReportingAsync(units, First, Last, reported[0].AddDays(-1), default));
        Assert.Empty(await open.Queries.FindReportingAsync(units, new DateOnly(2018, 1, 1), new DateOnly(2018, 1, 2), null, default));
    }
}
