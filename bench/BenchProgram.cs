using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Micro;
using Aggregation.Bench.Output;
using Aggregation.Bench.Sections;

namespace Aggregation.Bench;

/// <summary>Measures the figures of docs/reference/figures.md, in one run on one machine.</summary>
internal static class BenchProgram
{
    private static readonly IReadOnlyList<ISection> All =
    [
        new RawAppendSection(),
        new GrainSection(),
        new HttpSection(),
        new LatencySection(),
        new ColdStartSection(),
        new ReadSection(),
        new RegistrySection(),
        new CallSection(),
        new FloodSection(),
        new ViewerSection(),
        new PageSection(),
        new SealSection(),
        new TelemetrySection(),
        new PostgresSection(),
        new PeerSection(),
        new ClusterSection(),
        new MemorySection(),
        new ScaleSection(),
        new DeadlineSection(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["micro", ..])
            return MicroProgram.Run(args[1..]);
        var quick = args.Contains("--quick", StringComparer.Ordinal);
        var names = args.Where(argument => !argument.StartsWith('-')).ToList();
        var unknown = names.Find(name => All.All(section => !string.Equals(section.Name, name, StringComparison.Ordinal)));
        if (unknown is not null || args.Any(argument => argument.StartsWith('-') && argument is not "--quick"))
        {
            await Console.Error.WriteLineAsync(
                "Usage: dotnet run -c Release --project bench [-- [--quick] "
                    + $"[{string.Join('|', All.Select(section => section.Name))}]…]\n       dotnet run -c Release --project bench -- "
                    + "micro [arguments of BenchmarkDotNet]");
            return 64;
        }

        using var context = new BenchContext(quick, args);
        try
        {
            await RunAsync(context, names);
        }
        catch (Exception exception)
        {
            context.Transcript.Write($"\nThe run failed: {exception}\n");
            return 1;
        }

        await Console.Error.WriteLineAsync($"Kept in {Path.GetRelativePath(Environment.CurrentDirectory, context.Transcript.Path)}");
        return 0;
    }

    private static async Task RunAsync(BenchContext context, List<string> names)
    {
        context.Transcript.Write(Machine.Describe(context));
        foreach (var section in All.Where(section => names.Count == 0 || names.Contains(section.Name, StringComparer.Ordinal)))
        {
            var started = Stopwatch.GetTimestamp();
            context.Transcript.Write($"\n{section.Title}\n{section.Method}\n");
            if (section.Missing is { } missing)
            {
                context.Transcript.Write($"{missing}\n");
                continue;
            }

            await section.RunAsync(context);
            context.Transcript.Write($"({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; load {Machine.Load})\n");
        }

        context.Transcript.Write($"\nAll figures\n\n{FigureTable.Of(context.Figures)}\n");
    }
}
