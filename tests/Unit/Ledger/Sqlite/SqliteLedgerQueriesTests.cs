using System;
using System.Threading.Tasks;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteLedgerQueriesTests : IDisposable
{
    private static readonly DateOnly Last = new(2017, 2, 20);

    private readonly TemporaryDirectory directory = new();
    private readonly SetClock clock = new();
    private readonly SqliteOpenLedger open;

    public SqliteLedgerQueriesTests() => open = new SqliteOpenLedger(directory.File("ledger.db"), clock);

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_report_recorded_on_its_own_day_is_found()
    {
        clock.Now = new DateTimeOffset(2017, 2, 19, 17, 0, 0, TimeSpan.Zero);
        await open.AppendAsync(1, 1, Entry(1, day: "2017-02-20"));
        Assert.Equal([1], await open.Queries.FindReportingAsync([1], Last, Last, null, default));
    }
}
