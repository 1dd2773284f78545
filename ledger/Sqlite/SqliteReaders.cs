using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Sessions for whatever reads now and then: lent to one reading at a time, each reading in one snapshot.</summary>
/// <param name="database">The file.</param>
public sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    // More at once would only wait for the same processors.
    private const int Places = 4;

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim places = new(Places);
    private int closed;

    /// <summary>Reads in a session of its own.</summary>
    internal async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref closed) != 0)
            throw new LedgerUnavailableException($"The ledger {database.Path} is closed.");
        await places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Read(read), cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits a moment for what is being read, and closes the sessions.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0)
            return;
        for (var place = 0; place < Places; place++)
            places.Wait(TimeSpan.FromSeconds(2));
        while (idle.TryTake(out var session))
            session.Dispose();
        places.Dispose();
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            if (!idle.TryTake(out session))
                session = database.OpenReader();
            session["BEGIN"].Run();
            var result = read(session);
            session["COMMIT"].Run();
            idle.Add(session);
            return result;
        }
        catch (Exception exception)
        {
            session?.Dispose();
            if (exception is SqliteFailureException or System.Text.Json.JsonException)
                throw SqliteUnavailable.Of(database.Path, "be read", exception);
            throw;
        }
    }
}
