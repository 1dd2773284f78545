using System.IO;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.RollUps;
using BenchmarkDotNet.Attributes;

namespace Aggregation.Bench.Micro;

/// <summary>Calls of a warm grain.</summary>
public class CallBenchmarks
{
    private string folder = "";
    private BenchSilo silo = null!;
    private IUnitGrain nation = null!;

    /// <summary>Starts a silo.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("aggregation-micro-").FullName;
        silo = await BenchSilo.StartAsync(Path.Combine(folder, "ledger.db"));
        nation = silo.Unit("VN");
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await silo.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One read of the national roll-up.</summary>
    [Benchmark]
    public Task<RollUp> GetRollUp() => nation.GetRollUp();

    /// <summary>A reference to a grain is made, as for every request.</summary>
    [Benchmark]
    public IUnitGrain GetGrain() => silo.Unit("VN");
}
