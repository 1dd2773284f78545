using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Aggregation.Bench.Output;

/// <summary>Who used the processors during a measurement: this program and its silo, and everybody else.</summary>
internal sealed class ProcessorTime
{
    private const double TicksPerSecond = 100;

    private readonly Process[] processes;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TimeSpan ownBefore;
    private readonly double allBefore;
    private readonly long allocatedBefore = GC.GetTotalAllocatedBytes();
    private readonly TimeSpan pausedBefore = GC.GetTotalPauseDuration();

    private ProcessorTime(Process[] processes)
    {
        this.processes = processes;
        ownBefore = Own();
        allBefore = All();
    }

    /// <summary>Begins.</summary>
    /// <param name="silo">The silo, when it is a process of its own.</param>
    public static ProcessorTime Start(Process? silo = null) =>
        new(silo is null ? [Process.GetCurrentProcess()] : [Process.GetCurrentProcess(), silo]);

    /// <summary>
    /// Says how much each report or request cost, how busy others kept the machine, and what was collected where all of it ran in this
    /// process.
    /// </summary>
    public (double MicrosecondsEach, string Note) Stop(double count)
    {
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var own = (Own() - ownBefore).TotalSeconds;
        var others = Math.Max(0, All() - allBefore - own) / elapsed;
        var each = own / count * 1e6;
        var note = string.Create(CultureInfo.InvariantCulture, $"{each:0.0} µs of processor each; others used {others:0.0} cores");
        if (processes.Length > 1)
            return (each, note);
        var allocated = (GC.GetTotalAllocatedBytes() - allocatedBefore) / count;
        var paused = (GC.GetTotalPauseDuration() - pausedBefore).TotalSeconds / elapsed;
        return (each, note + string.Create(
            CultureInfo.InvariantCulture,
            $"; {allocated:#,0} B allocated each, paused {paused:0 %} of the time by the collector"));
    }

    private TimeSpan Own() => processes.Aggregate(TimeSpan.Zero, (sum, process) =>
    {
        process.Refresh();
        return sum + process.TotalProcessorTime;
    });

    // user, nice, system, then idle and waiting, then interrupts.
    private static double All()
    {
        const string Statistics = "/proc/stat";
        if (!File.Exists(Statistics))
            return 0;
        var ticks = File.ReadLines(Statistics).First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..8];
        return ticks.Select((text, place) => place is 3 or 4 ? 0 : double.Parse(text, CultureInfo.InvariantCulture)).Sum() / TicksPerSecond;
    }
}
