using System.IO;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Aggregation.Bench.Micro;

/// <summary>The micro-benchmarks, by BenchmarkDotNet.</summary>
internal static class MicroProgram
{
    /// <summary>Runs those that the arguments name; all without any.</summary>
    public static int Run(string[] args)
    {
        // In this process: the solution's output folders and central versions are not what BenchmarkDotNet's own build expects.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(BenchContext.Root(), "artifacts", "bench", "micro"));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroProgram).Assembly).Run(args.Length == 0
            ? ["--filter", "*"]
            : args, config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
