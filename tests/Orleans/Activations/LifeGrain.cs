using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Tests.Orleans.Activations;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<string> Touch();

    Task<string> TouchAndEnd();

    Task End();

    Task Hold(string gate);

    Task<bool> OwnsItsScope();

    Task EndAndHold(string gate);

    Task Keep(TimeSpan time);

    [AlwaysInterleave]
    Task Ping();
}

/// <summary>What happened to the grains of a key; a key says how they behave.</summary>
internal sealed class Life
{
    private static readonly ConcurrentDictionary<string, Life> s_lives = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<DeactivationReason> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _constructed;
    private int _activated;
    private int _deactivated;
    private int _alive;
    private int _mostAlive;

    public int Constructed => _constructed;

    public int Activated => _activated;

    public int Deactivated => _deactivated;

    public int MostAlive => _mostAlive;

    public Task<DeactivationReason> Ended => _ended.Task.Soon();

    public int FailingConstructions { get; set; }

    public int FailingActivations { get; set; }

    public bool FailsToDeactivate { get; init; }

    public string? GateOfActivation { get; init; }

    public string? GateOfDeactivation { get; init; }

    public static Life Of(string key) => s_lives.GetOrAdd(key, static _ => new Life());

    public static string New(Life life)
    {
        var key = Gate.NewName();
        s_lives[key] = life;
        return key;
    }

    public void Construct()
    {
        if (Interlocked.Increment(ref _constructed) <= FailingConstructions)
            throw new OddLifeException("constructor");
    }

    public async Task Activate()
    {
        _mostAlive = Math.Max(_mostAlive, Interlocked.Increment(ref _alive));
        if (GateOfActivation is { } gate)
            await Gate.Of(gate).EnterAndWait();
        if (Interlocked.Increment(ref _activated) <= FailingActivations)
        {
            Interlocked.Decrement(ref _alive);
            throw new OddLifeException("activation");
        }
    }

    public async Task Deactivate(DeactivationReason reason)
    {
        if (GateOfDeactivation is { } gate)
            await Gate.Of(gate).EnterAndWait();
        Interlocked.Increment(ref _deactivated);
        Interlocked.Decrement(ref _alive);
        _ended.TrySetResult(reason);
        if (FailsToDeactivate)
            throw new OddLifeException("deactivation");
    }
}

[GenerateSerializer]
public sealed class OddLifeException(string message) : Exception(message);

internal sealed class LifeGrain : Grain, ILifeGrain
{
    private readonly string _name = Gate.NewName();
    private readonly Life _life;
    private readonly ScopedThing _thing;

    public LifeGrain(ScopedThing thing)
    {
        _thing = thing;
        _life = Life.Of(this.GetPrimaryKeyString());
        _life.Construct();
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _life.Activate();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _life.Deactivate(reason);

    public Task<string> Touch() => Task.FromResult(_name);

    public Task<string> TouchAndEnd()
    {
        DeactivateOnIdle();
        return Task.FromResult(_name);
    }

    public Task End()
    {
        DeactivateOnIdle();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();

    public Task<bool> OwnsItsScope() => Task.FromResult(
        ReferenceEquals(_thing, ServiceProvider.GetService(typeof(ScopedThing))) && !_thing.IsDisposed);

    public Task EndAndHold(string gate)
    {
        DeactivateOnIdle();
        return Gate.Of(gate).EnterAndWait();
    }

    public Task Keep(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task Ping() => Task.CompletedTask;
}

[KeepAlive]
internal sealed class LastingGrain : Grain, ILastingGrain
{
    private readonly string _name = Gate.NewName();

    public Task<string> Touch() => Task.FromResult(_name);
}

public interface ILastingGrain : IGrainWithStringKey
{
    Task<string> Touch();
}

/// <summary>A grain that never lives: it ends itself while it is activated.</summary>
internal sealed class SuicidalGrain : Grain, ISuicidalGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;
}

public interface ISuicidalGrain : IGrainWithStringKey
{
    Task Touch();
}

/// <summary>A grain class without the base class.</summary>
internal sealed class PlainGrain(IGrainContext context) : IGrainBase, IPlainGrain
{
    private bool _activated;

    public IGrainContext GrainContext { get; } = context;

    public Task OnActivateAsync(CancellationToken token)
    {
        _activated = true;
        return Task.CompletedTask;
    }

    public Task<bool> IsActivated() => Task.FromResult(_activated && GrainContext.GrainId.ToString().StartsWith("plain/", StringComparison.Ordinal));
}

public interface IPlainGrain : IGrainWithStringKey
{
    Task<bool> IsActivated();
}
