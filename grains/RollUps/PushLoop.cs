using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// Sends a unit's newest subtotal to the unit above, beside the turns: one push in flight, and what changes meanwhile is sent
/// together by the next one.
/// </summary>
/// <param name="totals">What the unit holds.</param>
/// <param name="isWarm">False while the subtotal lacks what the ledger has.</param>
/// <param name="ensureCurrent">Brings the unit to the newest list of its edition.</param>
/// <param name="logger">Where failures are told.</param>
/// <param name="ending">Ends it.</param>
internal sealed class PushLoop(UnitTotals totals, Func<bool> isWarm, Action ensureCurrent, ILogger logger, CancellationToken ending)
{
    private readonly Causes causes = new();
    private TallyVersion pushed;

    /// <summary>The unit above; null at the top, where nothing is pushed.</summary>
    public IUnitGrain? Parent { get; set; }

    /// <summary>Complete while nothing is being pushed.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Adds a span that the next push comes from.</summary>
    public void AddCause(Activity? cause)
    {
        // Nobody is above the nation, where every trace ends.
        if (Parent is not null)
            causes.Add(cause);
    }

    /// <summary>Pushes what has changed, unless it is pushing already.</summary>
    public void Start()
    {
        if (Parent is not null && Completion.IsCompleted)
            Completion = RunAsync();
    }

    private async Task RunAsync()
    {
        var level = totals.Level;
        RollUpMeter.BecameDirty(level);
        var retry = RetryPause.First;
        while (totals.Version > pushed && isWarm() && !ending.IsCancellationRequested)
        {
            Activity? activity = null;
            try
            {
                ensureCurrent();
                if (!isWarm() || Parent is not { } parent)
                    break;
                var newest = totals.Subtotal();
                activity = causes.Start("push to", totals.LevelAt(totals.Edition.ParentOf(totals.Index)), totals);
                await parent.Absorb(totals.Key.Code, newest);
                pushed = newest.Version;
                retry = RetryPause.First;
            }
            catch (Exception exception)
            {
                logger.CannotPush(totals.Key, exception);
                Blame(activity, exception);
                await Task.Delay(retry, CancellationToken.None);
                retry = RetryPause.Longer(retry);
            }
            finally
            {
                activity?.Dispose();
            }
        }

        RollUpMeter.BecameClean(level);
    }

    // What is tried again goes on in the same trace.
    private void Blame(Activity? activity, Exception exception)
    {
        if (activity is null)
            return;
        activity.SetStatus(ActivityStatusCode.Error, exception.Message);
        activity.SetTag("error.type", exception.GetType().FullName);
        activity.Dispose();
        AddCause(activity);
    }
}
