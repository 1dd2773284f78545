using System;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;

namespace Aggregation.Proof;

/// <summary>
/// Three silos, each on a machine of its own as far as it can tell, the first with a clock of its own; a primary and a standby that its
/// commits wait for.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    private Scene(ThreeSilos cluster, SiloNetwork network, Clock clock) => (Cluster, Network, Clock) = (cluster, network, clock);

    public ThreeSilos Cluster { get; }

    public SiloNetwork Network { get; }

    public Clock Clock { get; }

    /// <param name="logs">Where what each silo said is kept.</param>
    public static async Task<Scene> MakeAsync(string logs)
    {
        var (network, clock) = (await SiloNetwork.MakeAsync(), await Clock.MakeAsync());
        var cluster = new ThreeSilos { Network = network, WithStandby = true, SettingsOfFirst = clock.Settings, Logs = logs };
        await cluster.StartAsync();
        return new Scene(cluster, network, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Clock.Dispose();
    }
}
