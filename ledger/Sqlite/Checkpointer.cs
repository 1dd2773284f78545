using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// Copies the WAL into the file while commits go on. What is committed meanwhile is left for the writer, which finishes with little to do:
/// only a WAL that is copied to its end starts anew and stays small.
/// </summary>
internal sealed class Checkpointer(SqliteDatabase database)
{
    private Task? running;

    /// <summary>Starts copying.</summary>
    public void Start() =>
        running ??= Task.Factory.StartNew(Copy, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>True once after each copying that has ended.</summary>
    public bool TakeEnded()
    {
        if (running is not { IsCompleted: true })
            return false;
        running = null;
        return true;
    }

    /// <summary>Waits for the copying that runs.</summary>
    public void Wait() => running?.Wait();

    private void Copy()
    {
        try
        {
            database.Checkpoint();
        }
        catch (SqliteFailureException)
        {
            // What is committed is safe in the WAL; the next checkpoint tries again.
        }
    }
}
