using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Aggregation.Api.Live;

/// <summary>
/// A unit that somebody looks at: the one observer of its grain in this silo, and the newest roll-up for all its viewers.
/// Between two publications a moment passes in which changes gather, so that the last one is always the newest.
/// </summary>
internal sealed class LiveUnit : IRollUpObserver
{
    // Eight a second, so that with the one on connecting nobody gets more than ten.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(125);
    // So often because a unit that has moved to another silo knows of no observers until they are renewed.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly HashSet<LiveViewer> viewers = [];
    private readonly UnitCalls calls;
    private readonly LiveHub hub;
    private readonly IGrainFactory grains;
    private readonly IRollUpObserver reference;
    private readonly RollUpFrames frames;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private RollUp? newest;
    private RollUpFrame? published;
    private bool isPublishing;
    private long emptySince;

    public LiveUnit(UnitKey key, UnitCalls calls, LiveHub hub, IGrainFactory grains, RollUpFrames frames, TimeProvider time, ILogger logger)
    {
        Key = key;
        this.calls = calls;
        this.hub = hub;
        this.grains = grains;
        this.frames = frames;
        this.time = time;
        this.logger = logger;
        reference = grains.CreateObjectReference<IRollUpObserver>(this);
        emptySince = time.GetTimestamp();
    }

    public UnitKey Key { get; }

    /// <summary>What viewers were last woken for.</summary>
    public RollUpFrame? Published => Volatile.Read(ref published);

    /// <summary>True when nobody has looked for a while.</summary>
    public bool IsAbandoned
    {
        get
        {
            lock (gate)
                return viewers.Count == 0 && time.GetElapsedTime(emptySince) >= Linger;
        }
    }

    public void Start()
    {
        // It outlives the request of the viewer who came first, and so that request's trace.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(KeepWatchingAsync);
    }

    public void Add(LiveViewer viewer)
    {
        lock (gate)
            viewers.Add(viewer);
    }

    public void Remove(LiveViewer viewer)
    {
        lock (gate)
        {
            viewers.Remove(viewer);
            emptySince = time.GetTimestamp();
        }
    }

    /// <summary>The roll-up as it stands now, read after subscribing so that no change can fall between.</summary>
    public async Task<RollUpFrame> ReadAsync()
    {
        var rollUp = await calls.CallAsync(Key, async grain =>
        {
            await grain.Watch(reference);
            return await grain.GetRollUp();
        });
        Offer(rollUp);
        var frame = frames.Of(rollUp);
        if (Published is { } shown && shown.IsCutOff != frame.IsCutOff)
            Republish();
        return frame;
    }

    /// <inheritdoc/>
    public Task OnRollUpChanged(RollUp rollUp)
    {
        Offer(rollUp);
        return Task.CompletedTask;
    }

    // Notifications are best effort: what one of them lost is read now.
    private async Task RenewAsync()
    {
        var grain = calls.Grain(Key);
        var known = Volatile.Read(ref newest);
        var version = await grain.Watch(reference);
        if (known is null || version.Supersedes(known.Version))
            Offer(await grain.GetRollUp());
        else if (version.IsWarm && version.Tally.Rows < known.Version.Tally.Rows)
            StartAnew(known);
        else if (Published is { } shown && shown.IsCutOff != frames.Of(known).IsCutOff)
            Republish();
    }

    // What was shown before this silo was cut off, or since, is the same with the other mark.
    private void Republish()
    {
        lock (gate)
        {
            if (isPublishing)
                return;
            isPublishing = true;
        }

        _ = PublishAsync();
    }

    // A unit that holds less than it was seen to hold before it was asked has been put right in an activation that knows nothing of that.
    private void StartAnew(RollUp wrong)
    {
        lock (gate)
        {
            if (!ReferenceEquals(newest, wrong))
                return;
            newest = null;
            Volatile.Write(ref published, null);
        }

        EndViewers();
    }

    private void Offer(RollUp rollUp)
    {
        lock (gate)
        {
            if (newest is not null && !rollUp.Version.Supersedes(newest.Version))
                return;
            newest = rollUp;
            if (isPublishing)
                return;
            isPublishing = true;
        }

        _ = PublishAsync();
    }

    private async Task PublishAsync()
    {
        RollUp? last = null;
        while (true)
        {
            RollUp next;
            lock (gate)
            {
                isPublishing = newest is not null && !ReferenceEquals(newest, last);
                if (!isPublishing)
                    return;
                next = newest!;
            }

            Publish(next);
            last = next;
            await Task.Delay(Pace, time);
        }
    }

    private void Publish(RollUp rollUp)
    {
        try
        {
            Volatile.Write(ref published, frames.Of(rollUp));
        }
        catch (UnknownUnitException)
        {
            // The next renewal finds the same and ends the watching.
            return;
        }

        lock (gate)
        {
            foreach (var viewer in viewers)
                viewer.Wake();
        }
    }

    private async Task KeepWatchingAsync()
    {
        while (!hub.Stopping.IsCancellationRequested && !hub.Forget(this))
        {
            var pause = Renewal;
            try
            {
                await RenewAsync();
            }
            catch (UnknownUnitException)
            {
                hub.Drop(this);
                EndViewers();
                break;
            }
            catch (Exception exception)
            {
                logger.CannotWatch(Key, exception);
                pause = Retry;
            }

            await Task.Delay(pause, time, hub.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await StopWatchingAsync();
    }

    private async Task StopWatchingAsync()
    {
        try
        {
            await calls.Grain(Key).Unwatch(reference);
        }
        catch (Exception exception)
        {
            // The lease ends it.
            logger.CannotUnwatch(Key, exception);
        }

        grains.DeleteObjectReference<IRollUpObserver>(reference);
    }

    private void EndViewers()
    {
        lock (gate)
        {
            foreach (var viewer in viewers)
                viewer.End();
        }
    }
}
