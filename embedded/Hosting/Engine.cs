using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Aggregation.Embedded.Calls;
using Aggregation.Embedded.Checks;
using Aggregation.Embedded.Observers;
using Aggregation.Embedded.References;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Hosting;

/// <summary>One engine: its grain classes, its observers, its time. Validates at start, drains at stop.</summary>
internal sealed class Engine : IHostedService, IDisposable
{
    private readonly Heartbeat _heartbeat;
    private readonly TimeSpan _beat;
    private EngineMeter? _meter;
    private volatile bool _started;
    private volatile bool _stopping;
    private volatile bool _stopped;

    public Engine(IServiceProvider services, IOptions<EmbeddedEngineOptions> options, ILogger<Engine> logger, TimeProvider? time = null)
    {
        Services = services;
        Options = options.Value;
        Log = new EngineLog(logger);
        Time = time ?? TimeProvider.System;
        _beat = Heartbeat.PeriodFor(Options);
        _heartbeat = new Heartbeat(this, _beat);
        Interfaces = new InterfaceTable();
        Observers = new ObserverRegistry(this);
        Factory = new GrainFactory(this);
    }

    public IServiceProvider Services { get; }

    public EmbeddedEngineOptions Options { get; }

    public EngineLog Log { get; }

    public TimeProvider Time { get; }

    public InterfaceTable Interfaces { get; }

    public ObserverRegistry Observers { get; }

    public GrainFactory Factory { get; }

    /// <summary>The time in beats since the start: coarse, and free to read.</summary>
    public int Now => _heartbeat.Count;

    /// <summary>How many beats a time takes, at least.</summary>
    public int Beats(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? int.MaxValue
        : (int)Math.Min(Math.Ceiling(time / _beat), int.MaxValue - 1) + 1;

    /// <summary>Whether a call may be sent now: from outside only while the engine runs.</summary>
    public bool Admits(Call call) => !_stopping || (call.FromGrain && !_stopped);

    /// <summary>All calls whose callers still wait.</summary>
    public List<Call> Calls()
    {
        var calls = new List<Call>();
        foreach (var activation in Activations())
            activation.CopyCalls(calls);
        foreach (var observer in Observers.All)
            observer.CopyCalls(calls);
        return calls;
    }

    /// <summary>All activations that have not ended.</summary>
    public IEnumerable<Activation> Activations() => Interfaces.Classes.SelectMany(static one => one.Enumerate());

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var shape = StartupChecks.Run(this);
        Interfaces.Load(this, shape);
        _heartbeat.Start();
        _started = true;
        _meter = new EngineMeter(this);
        Log.Started(shape.Classes.Count);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_started || _stopping)
            return;
        _stopping = true;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Options.DeactivationTimeout);
        try
        {
            await DrainAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Log.StoppedLate(Interfaces.Classes.Sum(static one => one.Count));
        }
        Dispose();
        foreach (var call in Calls())
            call.Refuse(new SiloUnavailableException($"The engine stopped before the end of {call.Describe()}."));
    }

    /// <summary>Ends the engine as it is: what drains it is its stop.</summary>
    public void Dispose()
    {
        _stopping = true;
        _stopped = true;
        _heartbeat.Dispose();
        _meter?.Dispose();
    }

    private bool HasCalls() => Activations().Any(static one => one.HasCalls());

    private async Task DrainAsync(CancellationToken timeout)
    {
        var poll = TimeSpan.FromMilliseconds(10);
        var patience = Stopwatch.StartNew();
        while (HasCalls() && patience.Elapsed < Options.DeactivationTimeout / 2)
            await Task.Delay(poll, timeout);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process stops.");
        while (Activations().ToList() is { Count: > 0 } activations)
        {
            foreach (var activation in activations)
            {
                // What is called now is a grain that another one's OnDeactivateAsync calls: it answers first.
                if (!activation.HasCalls() || patience.Elapsed >= Options.DeactivationTimeout / 2)
                    activation.Deactivate(reason, timeout);
            }
            await Task.WhenAny(Task.WhenAll(activations.Select(static one => one.Deactivated)), Task.Delay(poll, timeout));
            timeout.ThrowIfCancellationRequested();
        }
    }
}
