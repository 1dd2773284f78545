using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Verification;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Aggregation.Testing.Postgres;
using Aggregation.Tests.Ledger;
using Aggregation.Tests.Ledger.Postgres;
using Aggregation.Tests.Ledger.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Tests.Api.Verification;

/// <summary>A sealed ledger with signed heads, and somebody who changes its rows by hand.</summary>
internal sealed class SealedLedgerFixture : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Store store;
    private readonly string? connectionString;
    private OpenLedger open = null!;
    private HeadsKeeper? keeper;

    private SealedLedgerFixture(Store store, string? connectionString) => (this.store, this.connectionString) = (store, connectionString);

    public OpenLedger Open => open;

    public string HeadsPath => directory.File("ledger.heads");

    public bool IsSqlite => store == Store.Sqlite;

    /// <summary>Opens an empty ledger with four units: 1 to 4, of which 4 never reports.</summary>
    public static async Task<SealedLedgerFixture> OpenAsync(Store store)
    {
        SealedLedgerFixture made;
        if (store == Store.Sqlite)
        {
            made = new SealedLedgerFixture(store, null);
            made.open = new SqliteOpenLedger(made.directory.File("ledger.db"));
        }
        else
        {
            var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
            made = new SealedLedgerFixture(store, database) { open = new PostgresOpenLedger(database) };
        }

        Unit[] units =
        [
            new(1, "VN", "Việt Nam", "Quốc gia", 0, null, null, false),
            .. Enumerable.Range(2, 3).Select(id => new Unit(id, $"0{id}", "Tỉnh", "Tỉnh", 1, "VN", null, false))
        ];
        await made.open.Units.SaveAsync(new Edition("2023", 1, units), null, default);
        return made;
    }

    /// <summary>Opens what is stored again, with other keys, beside the file of heads.</summary>
    public void Reopen(SealOptions seal)
    {
        CloseHeads();
        open.Dispose();
        var heads = new HeadsOptions(HeadsPath, TimeSpan.FromMinutes(5));
        open = IsSqlite
            ? new SqliteOpenLedger(open.Place, options: new SqliteLedgerOptions { Path = open.Place, Seal = seal, Heads = heads })
            : new PostgresOpenLedger(connectionString!, seal: seal, heads: heads);
    }

    /// <summary>Signs the heads.</summary>
    public async Task SignAsync() => await (await HeadsAsync()).SignAsync(default);

    /// <summary>Compares the ledger with its seals and its heads.</summary>
    public async Task<DeepVerification> VerifyAsync() => await new ChainVerification(open.Sealed, await HeadsAsync()).RunAsync(default);

    /// <summary>What is wrong with which rows.</summary>
    public async Task<IEnumerable<(string Unit, long Sequence, string Fault)>> FaultsAsync() =>
        (await VerifyAsync()).Faults.SelectMany(fault => Range(fault).Select(sequence => (fault.Unit, sequence, fault.Fault)));

    /// <summary>Closes the file of heads, as a silo does that stops.</summary>
    public void CloseHeads()
    {
        keeper?.Dispose();
        keeper = null;
    }

    /// <summary>Somebody with the database's own shell, who has taken away what refuses changes.</summary>
    public async Task<object?> RunAsync(string sql)
    {
        if (!IsSqlite)
            return await PostgresShell.RunAsync(
                connectionString!,
                $"ALTER TABLE report DISABLE TRIGGER ALL; ALTER TABLE administrative_act DISABLE TRIGGER ALL; {sql}");
        return SqliteShell.Run(
            open.Place,
            "DROP TRIGGER IF EXISTS report_is_never_updated; DROP TRIGGER IF EXISTS report_is_never_deleted; DROP TRIGGER IF EXISTS "
                + $"administrative_act_is_never_updated; DROP TRIGGER IF EXISTS administrative_act_is_never_deleted; {sql}");
    }

    public void Dispose()
    {
        CloseHeads();
        open.Dispose();
        directory.Dispose();
    }

    private static IEnumerable<long> Range(LedgerFault fault)
    {
        for (var sequence = fault.Sequence; sequence <= fault.Through; sequence++)
            yield return sequence;
    }

    private async Task<HeadsKeeper> HeadsAsync()
    {
        if (keeper is null)
        {
            keeper = new HeadsKeeper(
                open.Sealed,
                new HeadsOptions(HeadsPath, TimeSpan.FromMinutes(5)),
                TimeProvider.System,
                NullLogger<HeadsKeeper>.Instance);
            await keeper.StartingAsync(default);
        }

        return keeper;
    }
}
