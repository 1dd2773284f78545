using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Grains.RollUps;

namespace Aggregation.Bench.Load;

/// <summary>Callers that each send a unit some reports, wait for the answer, and go on to the next unit.</summary>
/// <param name="units">The units, taken in turn.</param>
/// <param name="workload">The reports.</param>
internal sealed class GrainCallers(IUnitGrain[] units, Workload workload)
{
    private long turn;
    private long accepted;

    /// <summary>Sends for a while.</summary>
    /// <param name="callers">How many wait at a time.</param>
    /// <param name="reportsEach">How many reports a call carries.</param>
    /// <param name="span">How long.</param>
    /// <returns>How many reports were acknowledged, and in what time.</returns>
    public async Task<(long Reports, TimeSpan Elapsed)> RunAsync(int callers, int reportsEach, TimeSpan span)
    {
        accepted = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(reportsEach, started, span))));
        return (accepted, Stopwatch.GetElapsedTime(started));
    }

    private async Task CallAsync(int reportsEach, long started, TimeSpan span)
    {
        while (Stopwatch.GetElapsedTime(started) < span)
        {
            var unit = units[Interlocked.Increment(ref turn) % units.Length];
            var outcomes = await unit.Report(new UnitReports("configured-admin", workload.Next(reportsEach)));
            if (outcomes.Any(outcome => outcome.Verdict != ReportVerdict.Accepted))
                throw new InvalidOperationException(
                    $"A report was answered with {outcomes.First(outcome => outcome.Verdict != ReportVerdict.Accepted)}.");
            Interlocked.Add(ref accepted, outcomes.Length);
        }
    }
}
