using System;
using System.Threading;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Calls;

namespace Aggregation.Embedded.Turns;

/// <summary>
/// A thread while it runs turns. An activation that becomes ready during a turn is carried and run next on the same
/// thread, which spares the thread pool; so is the continuation of a caller outside the grains. Whatever is carried
/// never waits for more than the code that made it ready: <see cref="Watch"/> gives it to the pool when that code
/// blocks.
/// </summary>
internal sealed class Worker
{
    /// <summary>How many activations in a row a thread carries before it lets other work of the pool pass.</summary>
    private const int HopsInARow = 256;

    [ThreadStatic]
    private static Worker? t_current;

    private Activation? _next;
    private Call? _deferred;
    private bool _running;

    private Worker()
    {
    }

    public static Worker? Current => t_current;

    /// <summary>The activation whose turn runs on this thread.</summary>
    public Activation? Activation { get; set; }

    /// <summary>The call about to take its first turn.</summary>
    public Call? Starting { get; set; }

    /// <summary>The call that ended in this turn and that its activation still counts as running.</summary>
    public Call? Ended { get; set; }

    /// <summary>Counts what the thread has run, so that the watch sees whether it is stuck.</summary>
    public int Hops { get; private set; }

    public bool IsRunning => Volatile.Read(ref _running);

    /// <summary>Has an activation run soon: on this thread when it runs turns, else on the pool.</summary>
    public static void Schedule(Activation activation)
    {
        if (t_current is { _running: true } worker)
        {
            if (Interlocked.Exchange(ref worker._next, activation) is { } displaced)
                ThreadPool.UnsafeQueueUserWorkItem(displaced, preferLocal: true);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: true);
        }
    }

    /// <summary>Runs an activation and what it makes ready; the thread pool's entry.</summary>
    public static void Run(Activation first)
    {
        var worker = OfThisThread();
        worker.Run(first, HopsInARow);
    }

    public static Worker OfThisThread() => t_current ??= Watch.Add(new Worker());

    public Call TakeStarting()
    {
        var call = Starting!;
        Starting = null;
        return call;
    }

    /// <summary>Takes a call whose caller is told after the turn; false when there is one already.</summary>
    public bool TryDefer(Call call) => Interlocked.CompareExchange(ref _deferred, call, comparand: null) is null;

    /// <summary>Gives all that waits for the end of this thread's turn to the pool; from any thread.</summary>
    public void Free()
    {
        FreeNext();
        if (_deferred is not null && Interlocked.Exchange(ref _deferred, value: null) is { } call)
            call.DeliverLater();
    }

    private void FreeNext()
    {
        if (_next is not null && Interlocked.Exchange(ref _next, value: null) is { } carried)
            ThreadPool.UnsafeQueueUserWorkItem(carried, preferLocal: true);
    }

    private void Run(Activation? activation, int hops)
    {
        Volatile.Write(ref _running, value: true);
        Watch.Wake();
        while (activation is not null)
        {
            Hops++;
            activation.RunTurns(this);
            if (_deferred is not null && Interlocked.Exchange(ref _deferred, value: null) is { } call)
            {
                FreeNext();
                call.Deliver();
            }
            activation = Interlocked.Exchange(ref _next, value: null);
            if (activation is not null && --hops == 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: false);
                break;
            }
        }
        Volatile.Write(ref _running, value: false);
    }
}
