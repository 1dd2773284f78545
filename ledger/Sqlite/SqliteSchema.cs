using System;
using System.Globalization;
using System.Linq;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// Brings a file to the schema that this program knows, or refuses it. Called by the one process that holds the file's lock.
/// </summary>
internal static class SqliteSchema
{
    // "Aggr", in the file's header: file(1) and this program tell by it whose database it is.
    private const long ApplicationId = 0x41676772;

    /// <summary>The version that this program brings.</summary>
    public static int Known { get; } = SchemaMigration.Load(typeof(SqliteSchema).Assembly, "sqlite")[^1].Version;

    /// <summary>Creates or migrates, all steps in one transaction.</summary>
    /// <exception cref="LedgerStartException">The file is another program's, or a later version's.</exception>
    public static void Migrate(SqliteSession session, string path, TimeProvider time)
    {
        var migrations = SchemaMigration.Load(typeof(SqliteSchema).Assembly, "sqlite");
        session.Transact(transaction =>
        {
            var stored = ReadVersion(transaction, path);
            if (stored > Known)
                throw new LedgerStartException(
                    $"The ledger {path} has schema version {stored} and this program knows versions up to {Known}; start it with the "
                        + "program that wrote it, or a later one.");
            foreach (var migration in migrations.Where(migration => migration.Version > stored))
            {
                transaction.Execute(migration.Sql);
                transaction["INSERT INTO schema_version (version, name, applied_at) VALUES (?, ?, ?)"]
                    .Bind(1, (long)migration.Version)
                    .Bind(2, migration.Name)
                    .Bind(3, time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
                    .Run();
            }

            return stored;
        });
    }

    private static long ReadVersion(SqliteSession session, string path)
    {
        if (session.ReadNumber("SELECT count(*) FROM sqlite_schema") == 0)
        {
            session.Execute($"PRAGMA application_id = {ApplicationId}");
            session.Execute(
                "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT");
            return 0;
        }

        CheckOwn(session, path);
        return ReadStored(session);
    }

    /// <summary>Checks whose database a file is.</summary>
    /// <exception cref="LedgerStartException">It is another program's.</exception>
    public static void CheckOwn(SqliteSession session, string path)
    {
        if (session.ReadNumber("PRAGMA application_id") != ApplicationId)
            throw new LedgerStartException(
                $"The file {path} is a database of another program; name a ledger of this one, or a file that does not exist yet, with "
                    + "ConnectionStrings__Ledger.");
    }

    /// <summary>The version that a ledger has.</summary>
    public static int ReadStored(SqliteSession session) => (int)(session.ReadNumber("SELECT max(version) FROM schema_version") ?? 0);
}
