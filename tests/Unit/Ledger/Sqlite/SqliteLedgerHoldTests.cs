using System;
using System.Threading.Tasks;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteLedgerHoldTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SqliteOpenLedger open;

    public SqliteLedgerHoldTests() => open = new SqliteOpenLedger(directory.File("ledger.db"));

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task Appends_wait_while_it_lasts_and_then_go_on()
    {
        await open.AppendAsync(1, 1, Entry(1), Entry(2));
        var hold = await open.Ledger.HoldAsync(default);
        var append = open.AppendAsync(1, 3, Entry(3));
        // The second hold passes through the writer after the append came, so the writer has seen the append and left it.
        await using (var second = await open.Ledger.HoldAsync(default))
        {
            Assert.Equal(2, hold.Position);
            Assert.Equal(2, second.Position);
            await hold.DisposeAsync();
            await hold.DisposeAsync();
            Assert.Equal(2, (await open.ReadAsync(1)).Count);
            Assert.False(append.IsCompleted);
        }

        await append;
        await using var third = await open.Ledger.HoldAsync(default);
        Assert.Equal(3, third.Position);
    }
}
