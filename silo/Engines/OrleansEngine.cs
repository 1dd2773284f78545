using Microsoft.AspNetCore.Builder;
using Orleans.Hosting;

namespace Aggregation.Engines;

/// <summary>Runs the grains on Microsoft Orleans (<c>ActorEngine=Orleans</c>), for now one silo by itself.</summary>
public static class Engine
{
    /// <summary>What the engine is called where an operator reads it.</summary>
    public const string Name = "Microsoft Orleans";

    /// <summary>Adds the engine to the host.</summary>
    public static void AddEngine(this WebApplicationBuilder builder) =>
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
}
