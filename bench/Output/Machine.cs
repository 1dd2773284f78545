using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Aggregation.Bench.Output;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const int Syncs = 200;

    /// <summary>The load averages of the last 1, 5 and 15 minutes, this program's own part included.</summary>
    public static string Load =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    /// <summary>The head of the output.</summary>
    public static string Describe(BenchContext context)
    {
        var (median, slow) = MeasureSync(context.Folder);
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"""
            command  dotnet run -c Release --project bench{(context.Arguments.Count > 0 ? " -- " + string.Join(' ', context.Arguments) : "")}
            date     {DateTimeOffset.Now:yyyy-MM-dd HH:mm zzz}
            machine  {Environment.ProcessorCount} cores, {memory:0.0} GiB, {Processor()}
            system   {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})
            .NET     {Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} garbage collection
            disk     {Disk(context.Folder)}: 4 KiB and fsync {median:0.000} ms p50, {slow:0.000} ms p99
            load     {Load}
            {(context.Quick ? "A QUICK RUN: figures are not to be quoted.\n" : "")}
            """);
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(one => one.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? "unknown processor";
    }

    private static string Disk(string folder)
    {
        var drive = DriveInfo.GetDrives().Where(one => folder.StartsWith(one.Name, StringComparison.Ordinal)).MaxBy(one => one.Name.Length);
        return drive is null ? "unknown" : $"{drive.DriveFormat} on {drive.Name}";
    }

    private static (double Median, double Slow) MeasureSync(string folder)
    {
        var path = Path.Combine(folder, "sync");
        var block = new byte[4096];
        var times = new double[Syncs];
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            for (var sync = 0; sync < Syncs; sync++)
            {
                var started = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, block, (long)sync * block.Length);
                RandomAccess.FlushToDisk(file);
                times[sync] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        File.Delete(path);
        Array.Sort(times);
        return (times[Syncs / 2], times[Syncs * 99 / 100]);
    }
}
