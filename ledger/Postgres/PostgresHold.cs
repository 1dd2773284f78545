using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>A moment in which no silo appends anything; it ends with the connection at the latest.</summary>
internal sealed class PostgresHold : ILedgerHold
{
    // Half of what the server waits for a sign of life.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly PostgresDatabase database;
    private readonly SemaphoreSlim use = new(1, 1);
    private readonly CancellationTokenSource ending = new();
    private NpgsqlConnection? connection;

    private PostgresHold(PostgresDatabase database, NpgsqlConnection connection)
    {
        this.database = database;
        this.connection = connection;
    }

    /// <inheritdoc/>
    public long Position { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset RecordedAt { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Waits for the appends in flight and for whoever holds the ledger already.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached, or the wait was too long.</exception>
    public static async Task<ILedgerHold> TakeAsync(PostgresDatabase database, CancellationToken cancellationToken)
    {
        PostgresHold? hold = null;
        try
        {
            hold = new PostgresHold(database, await database.ConnectAsync(cancellationToken));
            await hold.TakeAsync(cancellationToken);
            _ = hold.BeatAsync();
            return hold;
        }
        catch (Exception exception)
        {
            if (hold is not null)
                await hold.DisposeAsync();
            database.Note(exception);
            if (exception is NpgsqlException or TimeoutException)
                throw PostgresUnavailable.Of(database.Place, "be held", exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            throw PostgresUnavailable.Of(database.Place, "be held", exception);
        }
    }

    // However long its holder computes, and asks others than the server.
    private async Task BeatAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, ending.Token);
                // A question that is cancelled would take its connection, and the hold, with it.
                await AskAsync(CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or OperationCanceledException)
        {
            // It has ended, or whoever confirms it finds out that it has.
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await use.WaitAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("SELECT", connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            use.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await use.WaitAsync(CancellationToken.None);
        var held = Interlocked.Exchange(ref connection, null);
        use.Release();
        if (held is null)
            return;
        try
        {
            await using var command = new NpgsqlCommand(
                "SELECT pg_advisory_unlock_all(); RESET idle_session_timeout; RESET synchronous_commit",
                held);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // Whatever is wrong with the connection, closed for good it holds nothing.
            database.ForgetIdle();
        }

        await held.DisposeAsync();
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using (var batch = new NpgsqlBatch(connection)
        {
            Timeout = (int)database.Options.Patience.TotalSeconds,
            BatchCommands =
            {
                // A silo that is cut off lets go; one that lives asks something now and then.
                new("SET idle_session_timeout = '20s'"),
                // What is settled here does not wait for a standby, as in PostgresSettlement.
                new("SET synchronous_commit = off"),
                new("SELECT pg_advisory_lock($1)") { Parameters = { new() { Value = AdvisoryLock.Appends } } },
            },
        })
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var command = new NpgsqlCommand(HeadQuery.Position, connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            Position = reader.GetInt64(0);
            if (await reader.IsDBNullAsync(1, cancellationToken))
                return;
            RecordedAt = new DateTimeOffset(reader.GetDateTime(1));
        }

        await using var settle = new NpgsqlCommand(
            "UPDATE settled SET until = greatest(until, $1)",
            connection)
        { Parameters = { new() { Value = RecordedAt.UtcDateTime } } };
        await settle.ExecuteNonQueryAsync(cancellationToken);
    }
}
