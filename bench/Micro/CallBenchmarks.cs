using System.IO;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Grains.RollUps;
using BenchmarkDotNet.Attributes;

namespace Aggregation.Bench.Micro;

/// <summary>Calls of a warm grain.</summary>
public class CallBenchmarks
{
    private const int Calls = 1_000;

    private string folder = "";
    private BenchSilo silo = null!;
    private IUnitGrain nation = null!;

    /// <summary>Starts a silo.</summary>
    // BenchmarkDotNet does not await when it measures in its own process.
    [GlobalSetup]
    public void Start()
    {
        folder = Directory.CreateTempSubdirectory("aggregation-micro-").FullName;
        silo = BenchSilo.StartAsync(Path.Combine(folder, "ledger.db")).GetAwaiter().GetResult();
        nation = silo.Unit("VN");
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public void Stop()
    {
        silo.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One read of the national roll-up after the other.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public RollUp GetRollUp() => CallAsync().GetAwaiter().GetResult();

    /// <summary>A reference to a grain is made, as for every request.</summary>
    [Benchmark]
    public IUnitGrain GetGrain() => silo.Unit("VN");

    private async Task<RollUp> CallAsync()
    {
        RollUp? last = null;
        for (var call = 0; call < Calls; call++)
            last = await nation.GetRollUp();
        return last!;
    }
}
