using System;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Embedded.Calls;

/// <summary>
/// A call's cancellation: ends the caller's wait when the caller's token says so, and tells the grain through a token
/// of its own, in a turn of the grain.
/// </summary>
internal sealed class CallCancellation(Call call)
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;

    /// <summary>The token that the grain's method gets.</summary>
    public CancellationToken Token => _source.Token;

    public void Follow(CancellationToken caller) => _registration = caller.UnsafeRegister(
        static (state, caller) => ((CallCancellation)state!).Cancel(caller), this);

    /// <summary>The caller has heard: nothing more to cancel.</summary>
    public void Detach() => _registration.Unregister();

    /// <summary>Tells the grain that its caller waits no more.</summary>
    public void Signal()
    {
        if (call.Target is TaskScheduler grain)
        {
            Task.Factory.StartNew(
                static source => ((CancellationTokenSource)source!).Cancel(), _source, CancellationToken.None, TaskCreationOptions.DenyChildAttach, grain);
        }
        else
        {
            _source.Cancel();
        }
    }

    private void Cancel(CancellationToken caller) => call.Refuse(new OperationCanceledException(caller));
}
