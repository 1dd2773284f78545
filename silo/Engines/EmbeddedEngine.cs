using Aggregation.Embedded;
using Aggregation.RollUps;
using Microsoft.AspNetCore.Builder;

namespace Aggregation.Engines;

/// <summary>Runs the grains on the one-process engine (<c>ActorEngine=Embedded</c>).</summary>
public static class Engine
{
    /// <summary>What the engine is called where an operator reads it.</summary>
    public const string Name = "Embedded (one process)";

    /// <summary>Adds the engine to the host.</summary>
    public static void AddEngine(this WebApplicationBuilder builder) =>
        builder.Services.AddEmbeddedEngine(options => options.Assemblies.Add(typeof(UnitGrain).Assembly));
}
