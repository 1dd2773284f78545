using System;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Units;
using Orleans.Storage;

namespace Aggregation.Tests.Ledger.Sqlite;

/// <summary>A ledger in a file.</summary>
internal sealed class SqliteOpenLedger : OpenLedger
{
    private readonly TimeProvider time;
    private readonly SqliteLedger ledger;
    private TemporaryDirectory? directory;

    public SqliteOpenLedger(string path, TimeProvider? time = null, SqliteLedgerOptions? options = null)
    {
        this.time = time ?? TimeProvider.System;
        Database = SqliteDatabase.Open(options ?? new SqliteLedgerOptions { Path = path, Seal = TestSeal.Options }, this.time);
        Writer = new SqliteWriter(Database, this.time);
        Readers = new SqliteReaders(Database);
        ledger = new SqliteLedger(Database, Writer, this.time);
        Queries = new SqliteLedgerQueries(Readers);
        Units = new SqliteUnitStore(Writer, Readers);
        Access = new SqliteAccessStore(Writer, Readers);
        Acts = new SqliteActStore(Writer, Readers);
        Sealed = new SqliteSealedLedger(Database, Readers);
        Checkpoints = new SqliteCheckpointStore(Writer, Readers);
    }

    public SqliteDatabase Database { get; }

    public SqliteWriter Writer { get; }

    public SqliteReaders Readers { get; }

    public override string Place => Database.Path;

    public override ILedger Ledger => ledger;

    public override ILedgerQueries Queries { get; }

    public override IUnitStore Units { get; }

    public override IAccessStore Access { get; }

    public override IActStore Acts { get; }

    public override ISealedLedger Sealed { get; }

    public IGrainStorage Checkpoints { get; }

    public static SqliteOpenLedger InFolderOfItsOwn(TimeProvider? time = null, int groupRows = 4096)
    {
        var own = new TemporaryDirectory();
        var path = own.File("ledger.db");
        return new SqliteOpenLedger(
            path,
            time,
            new SqliteLedgerOptions { Path = path, GroupRows = groupRows, Seal = TestSeal.Options })
        { directory = own };
    }

    public override IDemonstrationMark ReadMark() => new SqliteDemonstrationMark(Database, Writer, time);

    public override OpenLedger Reopen()
    {
        Close();
        return new SqliteOpenLedger(Place, time, Database.Options) { directory = directory };
    }

    // A hold passes through the writer after whatever came before it.
    public override async Task MeetHoldAsync() => await (await Ledger.HoldAsync(default)).DisposeAsync();

    public override Task ForgetNameFormsAsync() => Writer.WriteAsync(
        session =>
        {
            session.Execute("DROP TABLE name_form; DELETE FROM schema_version WHERE version >= 9");
            return true;
        },
        default);

    public override void Dispose()
    {
        Close();
        directory?.Dispose();
        directory = null;
    }

    private void Close()
    {
        ledger.Dispose();
        Readers.Dispose();
        Writer.Dispose();
        Database.Dispose();
    }
}
