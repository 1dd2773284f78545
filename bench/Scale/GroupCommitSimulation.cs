using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Bench.Load;

namespace Aggregation.Bench.Scale;

/// <summary>
/// Silos that each commit whatever waits, one group at a time, at one database: how long reports wait, without running any of it.
/// </summary>
/// <param name="Silos">How many silos there are, each with a writer of its own.</param>
/// <param name="ReportsPerSecond">What comes, at random instants, spread evenly over the silos.</param>
/// <param name="SecondsOfGroup">What a group takes, whatever is in it.</param>
/// <param name="SecondsOfReport">What a report adds to its group's time.</param>
/// <param name="Cores">How many groups the database works at side by side; more of them share.</param>
internal sealed record GroupCommitSimulation(int Silos, double ReportsPerSecond, double SecondsOfGroup, double SecondsOfReport, int Cores)
{
    private const int Reports = 400_000;
    private const int MostOfGroup = 4_096;

    /// <summary>Runs it.</summary>
    /// <returns>From the arrival of a report until its commit; null where reports come faster than they can be committed.</returns>
    public Latencies? Run()
    {
        var random = new Random(20170220);
        var perSilo = ReportsPerSecond / Silos;
        // Side by side up to the number of cores; beyond that each takes longer by as much.
        var share = Math.Max(1, Silos * Math.Min(1, perSilo * SecondsOfReport) / Cores);
        var times = new List<double>(Reports);
        var (clock, arrival) = (0.0, Next(0));
        var waiting = new Queue<double>();
        while (times.Count < Reports)
        {
            if (waiting.Count == 0)
                clock = Math.Max(clock, arrival);
            for (; arrival <= clock; arrival = Next(arrival))
                waiting.Enqueue(arrival);
            var group = Math.Min(waiting.Count, MostOfGroup);
            clock += (SecondsOfGroup + (group * SecondsOfReport)) * share;
            for (var place = 0; place < group; place++)
                times.Add((clock - waiting.Dequeue()) * 1_000);
            if (waiting.Count > Reports)
                return null;
        }

        // The first ones came to an idle system.
        return Latencies.Of(times.Skip(Reports / 10));

        double Next(double after) => after - (Math.Log(1 - random.NextDouble()) / perSilo);
    }
}
