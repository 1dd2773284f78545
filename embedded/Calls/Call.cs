using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Turns;
using Orleans.Storage;

namespace Aggregation.Embedded.Calls;

/// <summary>
/// A call on its way: its arguments (in the class that the proxy generator derives), its promise, and, being a task,
/// its own first turn.
/// </summary>
internal abstract class Call : Task
{
    private static readonly Action<object?> s_firstTurn = static _ => Worker.Current!.TakeStarting().Begin();
    private static readonly Action<Task, object?> s_end = static (task, call) => ((Call)call!).EndWith(task);

    private object? _instance;
    private CallCancellation? _cancellation;
    private int _claimed;
    private Exception? _failure;

    protected Call()
        : base(s_firstTurn, state: null, CancellationToken.None, TaskCreationOptions.DenyChildAttach)
    {
    }

    public CallMethod Method { get; set; } = null!;

    public ICallTarget? Target { get; set; }

    /// <summary>The next in the target's queue, or among those it runs.</summary>
    public Call? Next { get; set; }

    /// <summary>The previous among those the target runs.</summary>
    public Call? Previous { get; set; }

    /// <summary>The call's place in the order of arrival at its target.</summary>
    public int Arrival { get; set; }

    /// <summary>The engine's time when the call was sent.</summary>
    public int SentAt { get; private set; }

    public bool FromGrain { get; private set; }

    /// <summary>How many activations handed the call on without ever having become valid.</summary>
    public byte Forwards { get; set; }

    /// <summary>What the running call keeps others from; for those that always interleave, nothing.</summary>
    public Interleaving Hold { get; set; } = Interleaving.Always;

    /// <summary>Whether nobody waits for the call and it runs all the same.</summary>
    public bool IsUnheard { get; private set; }

    /// <summary>Whether somebody already decided what the caller hears.</summary>
    public bool IsClaimed => Volatile.Read(ref _claimed) != 0;

    /// <summary>Whether the caller gave up before the call could start.</summary>
    public bool IsDropped => IsClaimed && !IsUnheard;

    protected Exception? Failure => _failure;

    /// <summary>Says that nobody will hear the end.</summary>
    public void SetUnheard()
    {
        IsUnheard = true;
        _claimed = 1;
    }

    /// <summary>The right, had once, to tell the caller the end.</summary>
    private bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    public void Send(Engine engine)
    {
        FromGrain = Worker.Current?.Activation is not null;
        SentAt = engine.Now;
    }

    /// <summary>Lets a caller's token end its wait and reach the method.</summary>
    public void CancelWith(CancellationToken caller)
    {
        if (!caller.CanBeCanceled)
            return;
        _cancellation = new CallCancellation(this);
        SetToken(_cancellation.Token);
        _cancellation.Follow(caller);
    }

    /// <summary>Runs the first turn on this thread under the target's scheduler.</summary>
    public void RunFirstTurn(Worker worker, object instance, TaskScheduler scheduler)
    {
        _instance = instance;
        worker.Starting = this;
        RunSynchronously(scheduler);
    }

    /// <summary>Tells the caller that the call failed without ending, unless it already heard; from any thread.</summary>
    public void Refuse(Exception failure)
    {
        if (!Claim())
            return;
        _failure = failure;
        _cancellation?.Detach();
        if (failure is OperationCanceledException)
            _cancellation?.Signal();
        DeliverLater();
    }

    /// <summary>Completes the promise.</summary>
    public abstract void Deliver();

    /// <summary>Completes the promise on the thread pool.</summary>
    public void DeliverLater() => ThreadPool.UnsafeQueueUserWorkItem(static call => call.Deliver(), this, preferLocal: false);

    public string Describe() => $"{Method.Name} of {Target}";

    /// <summary>Calls the method and reports its end by <see cref="End"/> or <see cref="EndAfter"/>.</summary>
    protected abstract void Invoke(object instance);

    /// <summary>Takes the result of the task that the method returned.</summary>
    protected virtual void Take(Task task)
    {
    }

    /// <summary>Gives the method its token.</summary>
    protected virtual void SetToken(CancellationToken token)
    {
    }

    protected void EndAfter(Task? task)
    {
        if (task is null)
            End(new InvalidOperationException($"{Method.Name} returned no task."));
        else if (task.IsCompleted)
            EndWith(task);
        else
            task.ContinueWith(s_end, this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, InlineScheduler.Instance);
    }

    protected void End(Exception? failure)
    {
        var target = Target!;
        var inTurn = target.End(this);
        if (failure is InconsistentStateException { IsSourceActivation: true } conflict && target is Activation activation)
            activation.DiscardAfter(conflict);
        if (!Claim())
        {
            if (IsUnheard && failure is not null)
                target.Lose(this, failure);
            return;
        }
        _failure = failure;
        _cancellation?.Detach();
        if (inTurn && !FromGrain && Worker.Current!.TryDefer(this))
            return;
        // Under the default scheduler a caller's continuation would run here, inside the callee's turn.
        if (TaskScheduler.Current == TaskScheduler.Default)
            DeliverLater();
        else
            Deliver();
    }

    private void Begin()
    {
        try
        {
            Invoke(_instance!);
        }
        catch (Exception failure)
        {
            End(failure);
        }
    }

    private void EndWith(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Exception? refused = null;
            try
            {
                Take(task);
            }
            catch (NotSupportedException rawObject)
            {
                refused = rawObject;
            }
            End(refused);
        }
        else if (task.Exception is { } failure)
        {
            End(failure.InnerException);
        }
        else
        {
            End(Cancellation(task));
        }
    }

    private static OperationCanceledException Cancellation(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            throw new InvalidOperationException("The task was not cancelled.");
        }
        catch (OperationCanceledException cancellation)
        {
            return cancellation;
        }
    }
}
