using System;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Units;
using Aggregation.Testing.Postgres;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>A ledger in a database; several may be open on one, as several silos have it.</summary>
internal sealed class PostgresOpenLedger : OpenLedger
{
    private readonly string connectionString;
    private readonly TimeProvider time;
    private readonly PostgresSettlement settlement;
    private readonly PostgresLedger ledger;

    public PostgresOpenLedger(
        string connectionString,
        TimeProvider? time = null,
        int groupRows = 4096,
        TimeSpan? patience = null,
        SealOptions? seal = null,
        HeadsOptions? heads = null)
    {
        this.connectionString = connectionString;
        this.time = time ?? TimeProvider.System;
        var options = PostgresLedgerOptions.Parse(connectionString) with
        {
            GroupRows = groupRows,
            Seal = seal
            ?? TestSeal.Options,
            Heads = heads ?? HeadsOptions.None
        };
        Database = PostgresDatabase.Open(patience is null
            ? options
            : options with { Patience = patience.Value }, [PostgresSchemaSet.Ledger], this.time);
        Writer = new PostgresWriter(Database);
        settlement = new PostgresSettlement(Database);
        ledger = new PostgresLedger(Database, Writer, settlement, this.time);
        Queries = new PostgresLedgerQueries(Database, settlement);
        Units = new PostgresUnitStore(Database);
        Access = new PostgresAccessStore(Database);
        Acts = new PostgresActStore(Database);
        Sealed = new PostgresSealedLedger(Database);
    }

    public PostgresDatabase Database { get; }

    public PostgresWriter Writer { get; }

    public override string Place => Database.Place;

    public override ILedger Ledger => ledger;

    public override ILedgerQueries Queries { get; }

    public override IUnitStore Units { get; }

    public override IAccessStore Access { get; }

    public override IActStore Acts { get; }

    public override ISealedLedger Sealed { get; }

    public static async Task<PostgresOpenLedger> MakeAsync(TimeProvider? time = null, int groupRows = 4096)
    {
        var server = await PostgresServer.SharedAsync();
        return new PostgresOpenLedger(await server.CreateDatabaseAsync(), time, groupRows);
    }

    /// <summary>Another silo's ledger on the same database.</summary>
    public PostgresOpenLedger Another() => new(connectionString, time);

    /// <summary>Another program at the database.</summary>
    public Task<object?> RunAsync(string sql) => PostgresShell.RunAsync(connectionString, sql);

    public override IDemonstrationMark ReadMark() => new PostgresDemonstrationMark(Database, time);

    public override OpenLedger Reopen()
    {
        Dispose();
        return new PostgresOpenLedger(connectionString, time);
    }

    public override async Task MeetHoldAsync()
    {
        while (await RunAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") is 0L)
            await Task.Delay(5);
    }

    public override Task ForgetNameFormsAsync() =>
        RunAsync("DROP TABLE name_form; DELETE FROM schema_version WHERE set = 'postgres' AND version >= 9");

    public override void Dispose()
    {
        ledger.Dispose();
        settlement.Dispose();
        Writer.Dispose();
        Database.Dispose();
    }
}
