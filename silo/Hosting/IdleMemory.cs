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
    // While what is left is moved together nothing else runs: about half a second for this much, which the other silos of a cluster bear.
    private const long MostMoved = 512L * 1024 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var spell = new QuietSpell();
        var isCollected = false;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (spell.IsDue(GC.GetTotalAllocatedBytes()))
            {
                // Beside whatever runs; only then is it known how much is left.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
                isCollected = true;
                continue;
            }

            if (isCollected && spell.IsQuiet && GC.GetTotalMemory(forceFullCollection: false) <= MostMoved)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            isCollected = false;
        }
    }
}
