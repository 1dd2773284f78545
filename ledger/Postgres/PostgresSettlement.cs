using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Makes the past final, so that what was known at an instant reads the same for ever. Safe for concurrent use.</summary>
/// <remarks>
/// A row is given its instant before its commit, so by itself a reading could miss one that is still in flight. Every append holds a shared
/// lock from before it reads the clock until its commit. Whoever reads as known at T first takes that lock alone: then no append is in
/// flight, and all rows up to T can be seen. Under the lock it also notes that everything until T, or until now, is settled, and appends
/// record only after what is settled, whatever the server's clock does meanwhile. An instant once settled needs no lock any more.
/// </remarks>
/// <param name="database">The database.</param>
public sealed class PostgresSettlement(PostgresDatabase database) : IDisposable
{
    // A silo's clock may be ahead of the server's by as much; an instant beyond that is the future, which nobody can settle.
    private const string Settle =
        """
        UPDATE settled
        SET until = greatest(until, clock_timestamp(), least($1, clock_timestamp() + interval '10 seconds'))
        RETURNING until
        """;

    private readonly SemaphoreSlim gate = new(1, 1);
    private DateTimeOffset until = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Returns once no row can be recorded at an instant or before it any more.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached.</exception>
    public async Task SettleAsync(DateTimeOffset? instant, CancellationToken cancellationToken)
    {
        if (instant is null)
            return;
        var wanted = Instant.FromMicroseconds(Instant.ToMicroseconds(instant.Value));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (wanted > until)
                until = await database.ReadAsync(connection => SettleAsync(connection, wanted, cancellationToken), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<DateTimeOffset> SettleAsync(NpgsqlConnection connection, DateTimeOffset wanted, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = (int)database.Options.Patience.TotalSeconds,
            BatchCommands =
            {
                // Appends wait meanwhile, so it does not wait for the disk: only a crash together with a clock set back could bring this
                // row back.
                new("SELECT set_config('synchronous_commit', 'off', true)"),
                new("SELECT pg_advisory_xact_lock($1)") { Parameters = { new() { Value = AdvisoryLock.Appends } } },
                new(Settle) { Parameters = { new() { Value = wanted.UtcDateTime } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new DateTimeOffset(reader.GetDateTime(0));
    }
}
