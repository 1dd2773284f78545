using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

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
        using var open = new SqliteOpenLedger(path);
        using var other = SqliteShell.Open(path);
        for (var sequence = 1; sequence <= 200; sequence++)
        {
            await open.AppendAsync(1, sequence, Entry(sequence));
            Assert.Equal((long)sequence, SqliteShell.Run(other, "SELECT count(*) FROM report"));
        }
    }

    [Fact]
    public async Task Rows_that_another_program_wrote_fence_as_well()
    {
        using var open = new SqliteOpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        SqliteShell.Run(
            path,
            "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload) VALUES (1, 2, 20170220, "
                + "9000000000000000, 'x', 'y', '{}')");
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 2, Entry(2)));
        var recorded = await open.AppendAsync(1, 3, Entry(3));
        Assert.True(recorded[0] > DateTimeOffset.UnixEpoch.AddMicroseconds(9000000000000000));
    }

    [Fact]
    public async Task The_instant_of_recording_increases_when_the_clock_stands_or_goes_back()
    {
        DateTimeOffset last;
        using (var open = new SqliteOpenLedger(path, clock))
        {
            var first = await open.AppendAsync(1, 1, Entry(1), Entry(2));
            Assert.Equal([clock.Now, clock.Now.AddMicroseconds(1)], first.AsEnumerable());
            clock.Now = clock.Now.AddDays(-1);
            last = (await open.AppendAsync(2, 1, Entry(1)))[0];
            Assert.Equal(first[1].AddMicroseconds(1), last);
        }

        using (var open = new SqliteOpenLedger(path, clock))
        {
            var again = (await open.AppendAsync(2, 2, Entry(1)))[0];
            Assert.Equal(last.AddMicroseconds(1), again);
            Assert.Equal([last, again], (await open.ReadAsync(2)).Select(row => row.RecordedAt));
        }
    }

    [Fact]
    public async Task Reports_are_neither_updated_nor_deleted_by_anybody()
    {
        using var open = new SqliteOpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteShell.Run(path, "UPDATE report SET unit = 2"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteShell.Run(path, "DELETE FROM report"));
    }
}
