using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Sqlite;
using Xunit;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteCopyActTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly string path;

    public SqliteCopyActTests() => path = directory.File("ledger.db");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_copy_is_recorded_beside_the_silo_that_has_the_file_open_and_is_genuine()
    {
        using var open = new SqliteOpenLedger(path);
        Assert.True(SqliteCopyAct.Record(open.Database.Options, ActName.BackedUp, "/srv/backup/ledger.db", TimeProvider.System));
        await open.Acts.RecordAsync(
            new AdministrativeAct { At = DateTimeOffset.UtcNow, Act = ActName.KeyMade, Edition = "2023", Unit = "VN" },
            default);
        var acts = await open.Acts.ReadNewestAsync(null, null, null, 9, default);
        Assert.Equal([ActName.KeyMade, ActName.BackedUp, ActName.SealKeyChanged], acts.Select(act => act.Act));
        Assert.Equal("/srv/backup/ledger.db", acts[1].Details["file"]);
    }

    [Fact]
    public void Without_the_key_that_it_is_sealed_with_nothing_is_recorded()
    {
        using var open = new SqliteOpenLedger(path);
        Assert.False(SqliteCopyAct.Record(
            open.Database.Options with { Seal = TestSeal.Of(TestSeal.Second) },
            ActName.BackedUp,
            "x",
            TimeProvider.System));
    }
}
