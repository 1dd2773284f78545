using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Grains.RollUps;

namespace Aggregation.Bench.Load;

/// <summary>Sends reports when they are due, whether or not those before were answered: as a country does.</summary>
/// <param name="units">The units, taken in turn.</param>
/// <param name="workload">The reports.</param>
/// <param name="reportsPerSecond">How many.</param>
internal sealed class PacedLoad(IUnitGrain[] units, Workload workload, int reportsPerSecond)
{
    private long acknowledged;
    private long sent;

    /// <summary>How many were answered.</summary>
    public long Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>Sends until it is told to end, on this thread.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            for (var due = (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * reportsPerSecond); sent < due; sent++)
                _ = SendAsync(units[sent % units.Length]);
            ShortSleep.Microseconds(200);
        }
    }

    private async Task SendAsync(IUnitGrain unit)
    {
        await unit.Report(new UnitReports("configured-admin", workload.Next(1)));
        Interlocked.Increment(ref acknowledged);
    }
}
