using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Grains.RollUps;

namespace Aggregation.Bench.Load;

/// <summary>Reads the nation's roll-up again and again, and tells when a count has come up to what somebody waits for.</summary>
internal sealed class NationWatch : IDisposable
{
    private const uint Interval = 100;

    private readonly IUnitGrain nation;
    private readonly int[] cells;
    private readonly Expected?[] expected;
    private readonly Thread thread;
    private volatile bool closing;

    /// <summary>Starts reading.</summary>
    public NationWatch(BenchSilo silo)
    {
        nation = silo.Unit("VN");
        cells = Array.ConvertAll(Probe.Counts, silo.CellOf);
        expected = new Expected?[cells.Length];
        thread = new Thread(Run) { IsBackground = true, Name = "Nation watch" };
        thread.Start();
    }

    /// <summary>Waits until a count of the nation is a value.</summary>
    /// <returns>The instant of the reading that saw it.</returns>
    public Task<long> ExpectAsync(int lane, long value)
    {
        var next = new Expected(value);
        Volatile.Write(ref expected[lane], next);
        return next.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closing = true;
        thread.Join();
    }

    private void Run()
    {
        while (!closing)
        {
            var rollUp = nation.GetRollUp().GetAwaiter().GetResult();
            var now = Stopwatch.GetTimestamp();
            for (var lane = 0; lane < cells.Length; lane++)
            {
                if (Volatile.Read(ref expected[lane]) is { } awaited && rollUp.Subtotal.Cells[cells[lane]] >= awaited.Value)
                {
                    Volatile.Write(ref expected[lane], null);
                    awaited.SetResult(now);
                }
            }

            ShortSleep.Microseconds(Interval);
        }
    }

    private sealed class Expected(long value) : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Value { get; } = value;
    }
}
