using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Aggregation.Engines;

/// <summary>Runs the grains on Microsoft Orleans (<c>ActorEngine=Orleans</c>): one silo by itself, on loopback.</summary>
public static class Engine
{
    /// <summary>What the engine is called where an operator reads it.</summary>
    public const string Name = "Microsoft Orleans";

    /// <summary>Adds the engine to the host; <c>Orleans:SiloPort</c> and <c>Orleans:GatewayPort</c> say where silos meet.</summary>
    public static void AddEngine(this WebApplicationBuilder builder)
    {
        var siloPort = builder.Configuration.GetValue("Orleans:SiloPort", 11111);
        var gatewayPort = builder.Configuration.GetValue("Orleans:GatewayPort", 30000);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Host.UseOrleans(silo => silo.UseLocalhostClustering(siloPort, gatewayPort));
    }
}
