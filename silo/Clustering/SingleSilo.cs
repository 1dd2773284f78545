using System.Linq;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Aggregation.Clustering;

/// <summary>A silo that has its ledger to itself: nobody else can join it, and nothing listens for others.</summary>
internal static class SingleSilo
{
    // Part of the silo's name, which must have a port; nothing is ever bound to it.
    private const int NamedPort = 1;

    /// <summary>Sets the silo up as a cluster of one that opens no port.</summary>
    public static void UseSingleSilo(this ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(NamedPort, gatewayPort: 0, new IPEndPoint(IPAddress.Loopback, NamedPort));
        // Orleans keeps the factories of its listeners under keys of its own.
        foreach (var listener in silo.Services.Where(service => service is { IsKeyedService: true } && service.ServiceType == typeof(IConnectionListenerFactory)).ToList())
        {
            silo.Services.Remove(listener);
            silo.Services.AddKeyedSingleton<IConnectionListenerFactory, SilentListenerFactory>(listener.ServiceKey);
        }
    }
}
