using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// The commits of this silo, none of which is ever cancelled: one that waits for a standby is seen by everybody once its wait is cancelled,
/// though no standby has it. One that takes too long is given up: whoever waits is told that nobody knows what became of it, it is left to
/// itself, and nothing more is written until something of this silo's own has been made durable after it. Safe for concurrent use.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class PostgresCommits(PostgresDatabase database) : IDisposable
{
    /// <summary>
    /// Commits a record of the server's log that no table has. It is as durable as any other, and so is whatever was committed before it.
    /// </summary>
    public const string Proof = "SELECT pg_logical_emit_message(true, 'aggregation', 'proof')::text";

    // The writer's, or the proof's after it, and one of all others: each keeps a connection until the server answers or is known to be
    // gone.
    private const int MostGivenUp = 2;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim others = new(1, 1);
    private readonly Lock gate = new();
    private volatile string? unsettled;
    private int givenUp;
    private int everGivenUp;
    private bool isProving;
    private volatile bool closed;

    /// <summary>Why nothing is written now, one sentence; null while no commit's outcome is unknown.</summary>
    public string? Unsettled => unsettled;

    /// <inheritdoc/>
    public void Dispose()
    {
        closed = true;
        others.Dispose();
    }

    /// <summary>Refuses to write while a commit's outcome is unknown.</summary>
    /// <exception cref="LedgerUnavailableException">It is.</exception>
    public void ThrowIfUnsettled()
    {
        if (unsettled is { } reason)
            throw new LedgerUnavailableException(reason);
    }

    /// <summary>Waits for a commit of the writer, which has one at a time.</summary>
    /// <param name="commit">Runs to its end, whoever waits for it; it has no timeout, which would be a cancellation.</param>
    /// <exception cref="LedgerUnavailableException">It was given up.</exception>
    public async Task<T> WaitAsync<T>(Task<T> commit)
    {
        try
        {
            return await commit.WaitAsync(Deadline);
        }
        catch (TimeoutException) when (!commit.IsCompleted)
        {
            GiveUp(commit);
            throw new LedgerUnavailableException(unsettled!);
        }
    }

    /// <summary>Commits a transaction that is no append, of which, too, there is one at a time, and gives its connection back.</summary>
    /// <exception cref="LedgerUnavailableException">It was given up, or what became of another commit is unknown.</exception>
    public async Task CommitAsync(NpgsqlConnection connection)
    {
        var isTaken = false;
        try
        {
            await others.WaitAsync();
            try
            {
                ThrowIfUnsettled();
                var commit = RunAsync(connection, "COMMIT");
                isTaken = true;
                await WaitAsync(commit);
            }
            finally
            {
                others.Release();
            }
        }
        finally
        {
            // What was not begun is rolled back, or its locks would outlive it.
            if (!isTaken)
                await connection.DisposeAsync();
        }
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using (connection)
        {
#pragma warning disable CA2100 // The statements are the program's own.
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            return await command.ExecuteNonQueryAsync();
        }
    }

    private void GiveUp(Task commit)
    {
        lock (gate)
        {
            givenUp++;
            everGivenUp++;
            unsettled = $"The ledger {database.Place} cannot record: a commit has been waiting for {Deadline.TotalSeconds} s for the "
                + "server or its standby, and until something later is durable nothing else is recorded.";
            if (!isProving)
                _ = ProveAsync();
            isProving = true;
        }

        _ = NoteEndAsync(commit);
    }

    private async Task NoteEndAsync(Task commit)
    {
        await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            givenUp--;
    }

    private async Task ProveAsync()
    {
        do
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
        while (!closed && !await TryProveAsync());
    }

    private async Task<bool> TryProveAsync()
    {
        int before;
        lock (gate)
        {
            if (givenUp >= MostGivenUp)
                return false;
            before = everGivenUp;
        }

        try
        {
            await WaitAsync(RunAsync(await database.ConnectAsync(CancellationToken.None), Proof));
        }
        catch (Exception)
        {
            // Whatever it was: who gave up asking would refuse to write for good.
            database.ForgetIdle();
            return false;
        }

        lock (gate)
        {
            if (everGivenUp != before)
                return false;
            (unsettled, isProving) = (null, false);
            return true;
        }
    }
}
