using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;

namespace Aggregation.Bench.Load;

/// <summary>Posts reports one by one at a steady rate, over connections that take turns at the silos.</summary>
/// <param name="silos">Where to send.</param>
/// <param name="units">The units, taken in turn.</param>
/// <param name="reportsPerSecond">How many.</param>
internal sealed class PacedPosts(IReadOnlyList<EndPoint> silos, Unit[] units, int reportsPerSecond)
{
    private const int Connections = 24;

    /// <summary>Sends until it is told to end.</summary>
    /// <returns>From the sending of each until its answer.</returns>
    public async Task<Latencies> RunAsync(CancellationToken cancellationToken) => Latencies.Of(
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(lane => Task.Factory.StartNew(
            () => Serve(lane, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))));

    private List<double> Serve(int lane, CancellationToken cancellationToken)
    {
        using var connection = new HttpConnection(silos[lane % silos.Count]);
        var source = new PostSource(units, 1, 1);
        var times = new List<double>();
        var pause = TimeSpan.FromSeconds((double)Connections / reportsPerSecond);
        var started = Stopwatch.GetTimestamp();
        for (var sent = 1; !cancellationToken.IsCancellationRequested; sent++)
        {
            connection.Send(source.Next().Span);
            times.Add(connection.Receive().TotalMilliseconds);
            // One that is late is not made up for: the others go on.
            if ((pause * sent) - Stopwatch.GetElapsedTime(started) is var rest && rest > TimeSpan.Zero)
                Thread.Sleep(rest);
        }

        return times;
    }
}
