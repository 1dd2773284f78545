using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Sqlite;
using Xunit;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteUnitStoreTests : IDisposable
{
    private static readonly Unit Nation = new(1, "VN", "Việt Nam", "Quốc gia", 0, null, null, Simulated: false);
    private static readonly Unit Hanoi = new(2, "01", "Hà Nội", "Thành phố", 1, "VN", "Đồng bằng sông Hồng", Simulated: false);
    private static readonly Unit Invented = new(3, "S01-001", "Quận mô phỏng 1", "Quận", 2, "01", null, Simulated: true);

    private readonly TemporaryDirectory directory = new();
    private readonly SqliteOpenLedger open;
    private readonly SqliteUnitStore store;

    public SqliteUnitStoreTests()
    {
        open = new SqliteOpenLedger(directory.File("ledger.db"));
        store = new SqliteUnitStore(open.Writer, open.Readers);
    }

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_says_so()
    {
        open.Database.MaximumPages = 1;
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.SaveAsync(
            new Edition(
                "2023",
                1,
                [Nation, .. Enumerable.Range(2, 500).Select(id => new Unit(id, $"{id}", "Tỉnh", "Tỉnh", 1, "VN", null, Simulated: false))]),
            null,
            default));
        Assert.Contains(open.Database.Path, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await store.LoadAsync(default));
    }
}
