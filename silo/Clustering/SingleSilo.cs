using System.Net;
using Orleans.Hosting;

namespace Aggregation.Silo.Clustering;

/// <summary>A silo that has its ledger to itself: nobody else can join it, and nothing listens for others.</summary>
internal static class SingleSilo
{
    // Part of the silo's name, which must have a port; nothing is ever bound to it.
    private const int NamedPort = 1;

    /// <summary>Sets the silo up as a cluster of one that opens no port.</summary>
    public static void UseSingleSilo(this ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(NamedPort, gatewayPort: 0, new IPEndPoint(IPAddress.Loopback, NamedPort));
        silo.Services.ReplaceListeners<SilentListenerFactory>();
    }
}
