using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Silo.Ledger.OpenLedger;

namespace Aggregation.Tests.Silo.Ledger;

public sealed class SqliteLedgerAppendTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SetClock clock = new();
    private readonly string path;

    public SqliteLedgerAppendTests() => path = directory.File("ledger.db");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task An_acknowledged_append_is_visible_to_another_connection()
    {
        using var open = new OpenLedger(path);
        using var other = SqliteShell.Open(path);
        for (var sequence = 1; sequence <= 200; sequence++)
        {
            await open.AppendAsync(1, sequence, Entry(sequence));
            Assert.Equal((long)sequence, SqliteShell.Run(other, "SELECT count(*) FROM report"));
        }
    }

    [Fact]
    public async Task Thousands_of_appends_at_once_are_all_recorded_once_and_in_order()
    {
        using var open = new OpenLedger(path);
        await Task.WhenAll(Enumerable.Range(1, 5_000).Select(unit => Task.Run(async () =>
        {
            await open.AppendAsync(unit, 1, Entry(unit), Entry(unit + 1));
            await open.AppendAsync(unit, 3, Entry(unit + 2));
        })));

        var rows = await open.ReadAsync(Enumerable.Range(1, 5_000));
        Assert.Equal(15_000, rows.Count);
        Assert.All(
            rows.GroupBy(row => row.UnitId),
            unit => Assert.Equal([(1, unit.Key), (2, unit.Key + 1), (3, unit.Key + 2L)], unit.Select(row => (row.Sequence, row.Figures.Counts[0].Value))));
    }

    [Fact]
    public async Task A_group_larger_than_its_bound_goes_with_several_commits()
    {
        using var open = new OpenLedger(path, options: new SqliteLedgerOptions { Path = path, GroupRows = 3 });
        await Task.WhenAll(Enumerable.Range(1, 100).Select(unit => open.AppendAsync(unit, 1, [.. Enumerable.Repeat(Entry(1), 5)])));
        Assert.Equal(500, (await open.ReadAsync(Enumerable.Range(1, 100))).Count);
    }

    [Fact]
    public async Task A_fenced_append_leaves_nothing_and_its_neighbours_stand()
    {
        using var open = new OpenLedger(path);
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

    [Fact]
    public async Task Of_two_appends_of_one_sequence_the_first_stands()
    {
        using var open = new OpenLedger(path);
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

    [Fact]
    public async Task A_gap_is_refused()
    {
        using var open = new OpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 3, Entry(3)));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(2, 2, Entry(2)));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(2, 0, Entry(2)));
        Assert.Single(await open.ReadAsync([1, 2]));
    }

    [Fact]
    public async Task Rows_that_another_program_wrote_fence_as_well()
    {
        using var open = new OpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        SqliteShell.Run(path, "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload) VALUES (1, 2, 20170220, 9000000000000000, 'x', 'y', '{}')");
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 2, Entry(2)));
        var recorded = await open.AppendAsync(1, 3, Entry(3));
        Assert.True(recorded[0] > DateTimeOffset.UnixEpoch.AddMicroseconds(9000000000000000));
    }

    [Fact]
    public async Task The_instant_of_recording_increases_when_the_clock_stands_or_goes_back()
    {
        DateTimeOffset last;
        using (var open = new OpenLedger(path, clock))
        {
            var first = await open.AppendAsync(1, 1, Entry(1), Entry(2));
            Assert.Equal([clock.Now, clock.Now.AddMicroseconds(1)], first.AsEnumerable());
            clock.Now = clock.Now.AddDays(-1);
            last = (await open.AppendAsync(2, 1, Entry(1)))[0];
            Assert.Equal(first[1].AddMicroseconds(1), last);
        }

        using (var open = new OpenLedger(path, clock))
        {
            var again = (await open.AppendAsync(2, 2, Entry(1)))[0];
            Assert.Equal(last.AddMicroseconds(1), again);
            Assert.Equal([last, again], (await open.ReadAsync(2)).Select(row => row.RecordedAt));
        }
    }

    [Fact]
    public async Task An_append_without_rows_is_the_callers_mistake()
    {
        using var open = new OpenLedger(path);
        await Assert.ThrowsAsync<ArgumentException>(() => open.AppendAsync(1, 1));
        await Assert.ThrowsAsync<ArgumentNullException>(() => open.AppendAsync(1, 1, Entry(1) with { Reporter = null! }));
    }

    [Fact]
    public async Task A_closed_ledger_says_so()
    {
        var open = new OpenLedger(path);
        open.Dispose();
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 1, Entry(1)));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.ReadAsync(1));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.ReadHeadsAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.HoldAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Queries.ReadNewestAsync(1, null, 1, default));
    }

    [Fact]
    public async Task Closing_commits_what_waits()
    {
        Task[] appends;
        using (var open = new OpenLedger(path))
            appends = [.. Enumerable.Range(1, 1_000).Select(unit => open.AppendAsync(unit, 1, Entry(unit)))];
        await Task.WhenAll(appends);
        Assert.Equal(1_000L, SqliteShell.Run(path, "SELECT count(*) FROM report"));
    }

    [Fact]
    public async Task Reports_are_neither_updated_nor_deleted_by_anybody()
    {
        using var open = new OpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteShell.Run(path, "UPDATE report SET unit = 2"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteShell.Run(path, "DELETE FROM report"));
    }
}
