using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Work with a result. Its cancellation ends the wait; once the work has begun it is done.</summary>
/// <param name="work">What to do.</param>
/// <param name="inTransaction">Whether it is all or nothing.</param>
/// <param name="cancellationToken">Ends the wait before the work begins.</param>
internal sealed class PendingWork<T>(Func<SqliteSession, T> work, bool inTransaction, CancellationToken cancellationToken) : IPendingWork
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration registration;
    private int begun;

    public Task<T> Task => completion.Task;

    /// <summary>Lets the cancellation end the wait from now on.</summary>
    public PendingWork<T> Watch()
    {
        registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingWork<T>)state!).Cancel(token),
            this);
        return this;
    }

    /// <inheritdoc/>
    public void Perform(SqliteSession session)
    {
        if (Interlocked.Exchange(ref begun, 1) != 0)
            return;
        registration.Unregister();
        completion.SetResult(inTransaction ? session.Transact(work) : work(session));
    }

    /// <inheritdoc/>
    public void Fail(Exception exception) => completion.TrySetException(exception);

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.Exchange(ref begun, 1) == 0)
            completion.TrySetCanceled(token);
    }
}
