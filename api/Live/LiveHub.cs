using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Aggregation.Api.Live;

/// <summary>
/// Where viewers and grains meet. However many look at a unit, its grain tells this silo once, the roll-up is written once,
/// and one clock beats for all connections.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="calls">Calls them.</param>
/// <param name="frames">Roll-ups as bytes.</param>
/// <param name="time">The clock.</param>
/// <param name="lifetime">Ends every connection when the silo stops.</param>
/// <param name="logger">Where failures are told.</param>
public sealed class LiveHub(
    IGrainFactory grains,
    UnitCalls calls,
    RollUpFrames frames,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<LiveHub> logger) : BackgroundService
{
    /// <summary>How often a connection is written to when nothing changes.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private const int Groups = 15;

    private readonly Lock gate = new();
    private readonly Dictionary<UnitKey, LiveUnit> units = [];
    private readonly HashSet<LiveViewer>[] groups = MakeGroups();
    private int entered;
    private int viewers;

    /// <summary>How many connections there are.</summary>
    public int Viewers => Volatile.Read(ref viewers);

    /// <summary>How many units some viewer looks at, or looked at a moment ago.</summary>
    public int WatchedUnits
    {
        get
        {
            lock (gate)
                return units.Count;
        }
    }

    /// <summary>Ends when the silo stops.</summary>
    internal CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Lets a viewer in; from now on it is woken by every change of its units.</summary>
    internal void Enter(LiveViewer viewer, Edition edition, IReadOnlyList<int> indices)
    {
        lock (gate)
        {
            viewer.Group = entered++ % Groups;
            groups[viewer.Group].Add(viewer);
            viewers++;
            foreach (var index in indices)
                viewer.Look(Find(edition, index));
        }

        if (Stopping.IsCancellationRequested)
            viewer.End();
    }

    /// <summary>Lets a viewer go.</summary>
    internal void Leave(LiveViewer viewer)
    {
        lock (gate)
        {
            if (!groups[viewer.Group].Remove(viewer))
                return;
            viewers--;
            viewer.LookAway();
        }
    }

    /// <summary>Has every viewer's right to look checked now rather than at its next heartbeat.</summary>
    internal void CheckViewers()
    {
        lock (gate)
        {
            foreach (var group in groups)
            {
                foreach (var viewer in group)
                    viewer.Check();
            }
        }
    }

    /// <summary>Forgets a unit that nobody has looked at for a while, unless somebody does now.</summary>
    internal bool Forget(LiveUnit unit)
    {
        lock (gate)
        {
            if (!unit.IsAbandoned)
                return false;
            units.Remove(unit.Key);
            return true;
        }
    }

    /// <summary>Forgets a unit that no longer exists.</summary>
    internal void Drop(LiveUnit unit)
    {
        lock (gate)
            units.Remove(unit.Key);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var end = Stopping.UnsafeRegister(static hub => ((LiveHub)hub!).EndAll(), this);
        using var timer = new PeriodicTimer(Heartbeat / Groups, time);
        try
        {
            for (var group = 0; await timer.WaitForNextTickAsync(stoppingToken); group = (group + 1) % Groups)
                Beat(group);
        }
        catch (OperationCanceledException)
        {
            EndAll();
        }
    }

    private static HashSet<LiveViewer>[] MakeGroups()
    {
        var made = new HashSet<LiveViewer>[Groups];
        for (var group = 0; group < Groups; group++)
            made[group] = [];
        return made;
    }

    private LiveUnit Find(Edition edition, int index)
    {
        var key = new UnitKey(edition.Name, edition.Units[index].Code);
        if (!units.TryGetValue(key, out var unit))
        {
            unit = new LiveUnit(key, calls, this, grains, frames, time, logger);
            units.Add(key, unit);
            unit.Start();
        }

        return unit;
    }

    private void Beat(int group)
    {
        lock (gate)
        {
            foreach (var viewer in groups[group])
                viewer.Beat();
        }
    }

    private void EndAll()
    {
        lock (gate)
        {
            foreach (var group in groups)
            {
                foreach (var viewer in group)
                    viewer.End();
            }
        }
    }
}
