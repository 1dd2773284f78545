using System;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Xunit;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteLedgerReadTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SetClock clock = new();
    private readonly SqliteOpenLedger open;

    public SqliteLedgerReadTests() => open = new SqliteOpenLedger(directory.File("ledger.db"), clock);

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_payload_that_this_program_did_not_write_is_named()
    {
        SqliteShell.Run(
            open.Database.Path,
            "INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload) VALUES (1, 1, 20170220, "
                + "1, 'x', 'y', '[]')");
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.ReadAsync(1));
        Assert.Contains("payload", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await open.ReadAsync(2));
    }
}
