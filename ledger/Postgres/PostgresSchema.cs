using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Brings a database to the schema that this program knows, or refuses it. Several silos may do so at once: they take turns.
/// </summary>
internal static class PostgresSchema
{
    // As long as another silo may take with large tables.
    private const int SecondsToWait = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Creates or migrates, all steps of all sets in one transaction. Silos of the version before go on meanwhile: a table that one of
    /// them is reading is asked for again and again, each time for less than an append waits.
    /// </summary>
    /// <exception cref="LedgerStartException">The database has a later version's schema, or its tables were never free.</exception>
    public static void Migrate(NpgsqlConnection connection, PostgresLedgerOptions options, IReadOnlyCollection<PostgresSchemaSet> sets)
    {
        var started = Stopwatch.GetTimestamp();
        while (!TryMigrate(connection, options, sets))
        {
            if (Stopwatch.GetElapsedTime(started).TotalSeconds > SecondsToWait)
                throw new LedgerStartException(
                    $"The ledger {options.Place} cannot be brought up to date: for {SecondsToWait} s its tables were never free for half "
                        + "a second; end what reads them for so long (SELECT * FROM pg_stat_activity), and start the silo again.");
            Thread.Sleep(Pause);
        }
    }

    // What waits for a table that is being read keeps everybody behind it waiting too, appends included.
    private static bool TryMigrate(NpgsqlConnection connection, PostgresLedgerOptions options, IReadOnlyCollection<PostgresSchemaSet> sets)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({AdvisoryLock.Schema}); SET LOCAL lock_timeout = '500ms'");
        try
        {
            Apply(connection, options, sets);
            transaction.Commit();
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private static void Apply(NpgsqlConnection connection, PostgresLedgerOptions options, IReadOnlyCollection<PostgresSchemaSet> sets)
    {
        Execute(
            connection,
            """
            CREATE TABLE IF NOT EXISTS schema_version (
                set        text        NOT NULL,
                version    integer     NOT NULL,
                name       text        NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (set, version)
            )
            """);
        foreach (var set in sets)
            Migrate(connection, options, set);
    }

    /// <summary>The version of a set that this program brings.</summary>
    public static int KnownOf(PostgresSchemaSet set) => SchemaMigration.Load(set.Assembly, set.Name) is [.., var last] ? last.Version : 0;

    private static void Migrate(NpgsqlConnection connection, PostgresLedgerOptions options, PostgresSchemaSet set)
    {
        var steps = SchemaMigration.Load(set.Assembly, set.Name);
        var stored = ReadVersion(connection, set);
        var known = KnownOf(set);
        if (stored > known)
            throw new LedgerStartException(
                $"The ledger {options.Place} has version {stored} of the schema '{set.Name}' and this program knows versions up to "
                    + $"{known}; start it with the program that wrote it, or a later one.");
        foreach (var step in steps.Where(step => step.Version > stored))
        {
            Execute(connection, step.Sql);
            using var note = new NpgsqlCommand("INSERT INTO schema_version (set, version, name) VALUES ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = set.Name }, new() { Value = step.Version }, new() { Value = step.Name } },
            };
            note.ExecuteNonQuery();
        }
    }

    private static int ReadVersion(NpgsqlConnection connection, PostgresSchemaSet set)
    {
        using var read = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM schema_version WHERE set = $1", connection)
        {
            Parameters = { new() { Value = set.Name } },
        };
        return (int)read.ExecuteScalar()!;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The statements are the program's own.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = SecondsToWait };
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
