using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Postgres;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>A ledger of the schema before this one, which silos of that time go on writing while a new one brings it up to date.</summary>
public sealed class PostgresUpgradeTests
{
    private const int Units = 4;

    // How silos of schema 6 appended, whatever has become of the table since.
    private const string AppendOfBefore =
        """
        INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload)
        VALUES ($1, $2, '2023-07-24', clock_timestamp(), 'key', $3, NULL, '{"counts":{"agencies":1}}')
        """;

    private readonly int[] acknowledged = new int[Units];

    [PostgresFact]
    public async Task It_is_brought_up_to_date_between_their_appends_and_nobody_waits_for_a_long_reading()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        Open(connectionString).Dispose();
        await PostgresShell.RunAsync(connectionString, PostgresDatabaseTests.BackToStepSix);
        using var stop = new CancellationTokenSource();
        var silos = Enumerable.Range(0, Units).Select(unit => Task.Run(() => AppendAsync(connectionString, unit, stop.Token))).ToArray();
        Task<PostgresDatabase> migration;
        await using (var reader = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            await reader.OpenAsync();
            await using var reading = await reader.BeginTransactionAsync();
            await using var fold = new NpgsqlCommand("SELECT count(*) FROM report", reader);
            await fold.ExecuteScalarAsync();
            migration = Task.Run(() => Open(connectionString));
            await Eventually.TrueAsync(async () =>
                (long)(await PostgresShell.RunAsync(
                    connectionString,
                    "SELECT count(*) FROM pg_locks WHERE relation = 'report'::regclass AND mode = 'AccessExclusiveLock' AND NOT "
                        + "granted"))! > 0);
            await MoreAsync(20);
            Assert.False(migration.IsCompleted);
        }

        using var database = await migration;
        await MoreAsync(20);
        await stop.CancelAsync();
        await Task.WhenAll(silos);

        using var open = new PostgresOpenLedger(connectionString);
        for (var unit = 0; unit < Units; unit++)
        {
            var rows = await open.ReadAsync(unit + 1);
            Assert.Equal(Enumerable.Range(1, acknowledged[unit]), rows.Select(row => row.Sequence));
            await open.AppendAsync(unit + 1, acknowledged[unit] + 1, OpenLedger.Entry(1));
        }
    }

    private static PostgresDatabase Open(string connectionString) =>
        PostgresDatabase.Open(PostgresLedgerOptions.Parse(connectionString), [PostgresSchemaSet.Ledger], TimeProvider.System);

    // As a silo of then: a lock that is not to be had within a second is asked for once more, and that is not acknowledged meanwhile.
    private async Task AppendAsync(string connectionString, int unit, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Options=-c lock_timeout=1s");
        await connection.OpenAsync(CancellationToken.None);
        await using var append = new NpgsqlCommand(
            AppendOfBefore,
            connection)
        { Parameters = { new() { Value = unit + 1 }, new() { Value = 1 }, new() { Value = "" } } };
        await append.PrepareAsync(CancellationToken.None);
        while (!stop.IsCancellationRequested)
        {
            append.Parameters[1].Value = acknowledged[unit] + 1;
            append.Parameters[2].Value = $"k{acknowledged[unit]}";
            try
            {
                await append.ExecuteNonQueryAsync(CancellationToken.None);
                Interlocked.Increment(ref acknowledged[unit]);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                continue;
            }
        }
    }

    private Task MoreAsync(int more)
    {
        var wanted = acknowledged.Select(count => count + more).ToArray();
        return Eventually.TrueAsync(() => Task.FromResult(acknowledged.Zip(wanted).All(pair => pair.First >= pair.Second)));
    }
}
