using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.Hosting;
using Aggregation.Embedded.Timers;
using Aggregation.Embedded.Turns;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Activations;

/// <summary>
/// A grain in memory: its calls, and the scheduler on which all its turns run, one at a time. It is the task scheduler
/// itself, so what a turn starts and does not await stays on the grain.
/// </summary>
internal sealed partial class Activation : TaskScheduler, IGrainContext, ICallTarget, IThreadPoolWorkItem
{
    /// <summary>How many turns in a row before the thread goes on to other work.</summary>
    private const int TurnsInARow = 32;

    [ThreadStatic]
    private static Activation? t_constructing;

    private readonly GrainClass _class;
    private readonly Lock _gate = new();
    private Mailbox _mailbox;
    private TaskQueue _ready;
    private ActivationParts? _parts;
    private int _usedAt;
    private ActivationState _state;
    private bool _scheduled;
    private bool _ending;

    public Activation(GrainClass grainClass, string key)
    {
        _class = grainClass;
        Key = key;
        _usedAt = grainClass.Engine.Now;
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    public static Activation? Constructing => t_constructing;

    public string Key { get; }

    public object? GrainInstance { get; private set; }

    public GrainId GrainId => GrainId.Create(_class.GrainType, IdSpan.Create(Key));

    public GrainReference GrainReference => _class.Reference.Refer(Key, target: null);

    public IGrainFactory GrainFactory => _class.Engine.Factory;

    public IServiceProvider ActivationServices
    {
        get
        {
            lock (_gate)
                return Parts.Services(_class.Engine.Services);
        }
    }

    public Task Deactivated
    {
        get
        {
            lock (_gate)
                return _state is ActivationState.Ended ? Task.CompletedTask : Parts.Ended.Task;
        }
    }

    public Engine Engine => _class.Engine;

    private ActivationParts Parts => _parts ??= new ActivationParts();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => GrainId.ToString();

    public bool Receive(Call call)
    {
        lock (_gate)
        {
            if (_state is ActivationState.Ended)
                return false;
            call.Target = this;
            _mailbox.Add(call, _class.IsReentrant);
            if (_scheduled || !HasWork())
                return true;
            _scheduled = true;
        }
        Worker.Schedule(this);
        return true;
    }

    public bool End(Call call)
    {
        if (Worker.Current is { } worker && worker.Activation == this)
        {
            // The thread that runs this turn takes the lock after it anyway.
            if (worker.Ended is { } earlier)
                EndLocked(earlier);
            worker.Ended = call;
            return true;
        }
        EndLocked(call);
        return false;
    }

    public void Lose(Call call, Exception failure) => _class.Engine.Log.CallLost(call.Describe(), failure);

    void IThreadPoolWorkItem.Execute() => Worker.Run(this);

    /// <summary>Runs turns until nothing is ready, or for long enough; the activation is scheduled meanwhile.</summary>
    public void RunTurns(Worker worker)
    {
        worker.Activation = this;
        var again = false;
        for (var turns = 0; ; turns++)
        {
            Task? task;
            lock (_gate)
            {
                if (worker.Ended is { } call)
                {
                    worker.Ended = null;
                    Unlink(call);
                }
                if (turns == TurnsInARow)
                {
                    _scheduled = again = HasWork();
                    break;
                }
                task = TakeWork();
                if (task is null)
                {
                    _scheduled = false;
                    break;
                }
            }
            if (turns > 0)
                worker.Free();
            if (task is Call starting)
                starting.RunFirstTurn(worker, GrainInstance!, this);
            else if (task.Status is TaskStatus.Created)
                task.RunSynchronously(this);
            else
                TryExecuteTask(task);
        }
        worker.Activation = null;
        if (again)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _ready.Add(task);
            if (_scheduled)
                return;
            _scheduled = true;
        }
        Worker.Schedule(this);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Worker.Current?.Activation == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
            return _ready.ToArray();
    }

    private void EndLocked(Call call)
    {
        lock (_gate)
        {
            Unlink(call);
            if (_scheduled || !HasWork())
                return;
            _scheduled = true;
        }
        Worker.Schedule(this);
    }

    private void Unlink(Call call)
    {
        _mailbox.End(call);
        if (call is not TickCall { KeepsAlive: false })
            _usedAt = _class.Engine.Now;
    }

    private bool HasWork() => !_ready.IsEmpty || _state switch
    {
        ActivationState.New => true,
        ActivationState.Valid => _mailbox.IsReady,
        ActivationState.Deactivating => !_ending && !_mailbox.IsRunning,
        _ => false,
    };

    private Task? TakeWork()
    {
        if (!_ready.IsEmpty)
            return _ready.Take();
        switch (_state)
        {
            case ActivationState.New:
                _state = ActivationState.Activating;
                return new Task(static activation => _ = ((Activation)activation!).ActivateAsync(), this);
            case ActivationState.Valid:
                return _mailbox.Start();
            case ActivationState.Deactivating when !_ending && !_mailbox.IsRunning:
                _ending = true;
                return new Task(static activation => _ = ((Activation)activation!).EndAsync(), this);
            default:
                return null;
        }
    }
}
