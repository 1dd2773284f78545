using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger;

/// <summary>Sessions for whatever reads now and then: lent to one reading at a time, each reading in one snapshot.</summary>
/// <param name="database">The file.</param>
public sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];
    // More at once would only wait for the same processors.
    private readonly SemaphoreSlim places = new(4);

    /// <summary>Reads in a session of its own.</summary>
    internal async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
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

    /// <inheritdoc/>
    public void Dispose()
    {
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
                throw Unavailable.Of(database.Path, "be read", exception);
            throw;
        }
    }
}
