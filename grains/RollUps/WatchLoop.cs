using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Aggregation.Grains.RollUps;

/// <summary>Tells whoever watches a unit of its changes, beside the turns and not more often than a screen can follow.</summary>
/// <param name="totals">What the unit holds.</param>
/// <param name="logger">Where failures are told.</param>
/// <param name="ending">Ends it.</param>
internal sealed class WatchLoop(UnitTotals totals, ILogger logger, CancellationToken ending)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ObserverManager<IRollUpObserver> observers = new(IUnitGrain.WatchLease, logger);
    private Task loop = Task.CompletedTask;
    private TallyVersion told;

    /// <summary>Tells an observer of changes from now on, or goes on doing so.</summary>
    public void Add(IRollUpObserver observer) => observers.Subscribe(observer, observer);

    /// <summary>Stops telling an observer.</summary>
    public void Remove(IRollUpObserver observer) => observers.Unsubscribe(observer);

    /// <summary>Tells what has changed, unless it is telling already.</summary>
    public void Start()
    {
        if (observers.Count > 0 && loop.IsCompleted)
            loop = RunAsync();
    }

    private async Task RunAsync()
    {
        Causes.LeaveTrace();
        while (totals.Version > told && observers.Count > 0 && !ending.IsCancellationRequested)
        {
            var rollUp = totals.RollUp();
            told = rollUp.Subtotal.Version;
            await observers.Notify(observer => observer.OnRollUpChanged(rollUp));
            await Task.Delay(Interval, CancellationToken.None);
        }
    }
}
