using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// Gives memory back to the machine once the silo has had nothing to do for a quarter of a minute. The collector that serves a load best
/// keeps for the next one what the last one took.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    // While memory is given back nothing else runs: of this much about a second, which the other silos of a cluster bear. What is more is
    // collected beside what runs, which gives back less.
    private const long MostAtOnce = 2L * 1024 * 1024 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var quiet = new QuietSpell();
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!quiet.IsDue(GC.GetTotalAllocatedBytes()))
                continue;
            if (GC.GetTotalMemory(forceFullCollection: false) > MostAtOnce)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            else
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
