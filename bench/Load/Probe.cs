using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Grains.RollUps;

namespace Aggregation.Bench.Load;

/// <summary>Reports that can be told apart in the nation's roll-up: each raises by 1 a count that nobody else states.</summary>
/// <param name="watch">Sees them arrive.</param>
/// <param name="units">The units, taken in turn.</param>
/// <param name="workload">Gives the keys.</param>
/// <param name="lane">Which of <see cref="Counts"/> is its own.</param>
internal sealed class Probe(NationWatch watch, IUnitGrain[] units, Workload workload, int lane)
{
    /// <summary>The counts, one for each probe.</summary>
    public static readonly string[] Counts = ["agencies", "enterprises", "schools"];

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly List<double> arrived = [];
    private readonly List<double> sent = [];

    /// <summary>Milliseconds from each acknowledgement to the nation.</summary>
    public IEnumerable<double> Arrived => arrived;

    /// <summary>Milliseconds from each sending to the nation.</summary>
    public IEnumerable<double> Sent => sent;

    /// <summary>Sends until it is told to end.</summary>
    public async Task<Probe> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var number = 1L; !cancellationToken.IsCancellationRequested; number++)
        {
            // Each unit has its turn once in so many probes that its count is the number of its turns.
            var turn = (number - 1) / units.Length;
            var unit = units[((number * 7) + (lane * 3_001)) % units.Length];
            var report = workload.Next() with { Figures = new Figures { Counts = [new CountFigure(Counts[lane], turn + 1)] } };
            var arrival = watch.ExpectAsync(lane, number);
            var sentAt = Stopwatch.GetTimestamp();
            await unit.Report(new UnitReports("configured-admin", [report]));
            var acknowledgedAt = Stopwatch.GetTimestamp();
            var arrivedAt = await arrival.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
            arrived.Add(Math.Max(0, Stopwatch.GetElapsedTime(acknowledgedAt, arrivedAt).TotalMilliseconds));
            sent.Add(Stopwatch.GetElapsedTime(sentAt, arrivedAt).TotalMilliseconds);
            var wait = (Interval * number) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, CancellationToken.None);
        }

        return this;
    }
}
