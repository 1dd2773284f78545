using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Bench.Load;

/// <summary>
/// Connections that each send a request, wait for the answer, and send the next. A thread serves its connections in turn and waits for
/// the oldest request first, which spares it a poll; a time is never too short by it, at worst too long.
/// </summary>
/// <param name="server">Where to send.</param>
/// <param name="connections">How many connections there are.</param>
/// <param name="threads">How many threads serve them.</param>
internal sealed class HttpCallers(EndPoint server, int connections, int threads)
{
    /// <summary>Sends for a while.</summary>
    /// <param name="makeSource">Makes the requests of one thread; what a source returns is sent before it is asked again.</param>
    /// <param name="span">How long.</param>
    public async Task<(Latencies Times, TimeSpan Elapsed)> RunAsync(Func<Func<ReadOnlyMemory<byte>>> makeSource, TimeSpan span)
    {
        // Connected before any thread waits for the others.
        var sockets = Enumerable.Range(0, connections).Select(_ => new HttpConnection(server)).ToArray();
        using var start = new Barrier(threads);
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () => Serve(makeSource(), [.. sockets.Where((_, place) => place % threads == thread)]),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return (Latencies.Of(all), Stopwatch.GetElapsedTime(started));

        List<double> Serve(Func<ReadOnlyMemory<byte>> source, HttpConnection[] mine)
        {
            start.SignalAndWait();
            Interlocked.Exchange(ref started, Stopwatch.GetTimestamp());
            var times = new List<double>(1 << 16);
            foreach (var connection in mine)
                connection.Send(source().Span);
            while (Stopwatch.GetElapsedTime(Volatile.Read(ref started)) < span)
            {
                foreach (var connection in mine)
                {
                    times.Add(connection.Receive().TotalMilliseconds);
                    connection.Send(source().Span);
                }
            }

            foreach (var connection in mine)
            {
                times.Add(connection.Receive().TotalMilliseconds);
                connection.Dispose();
            }

            return times;
        }
    }
}
