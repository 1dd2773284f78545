using System;
using Aggregation.Embedded;
using Aggregation.RollUps;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Tests.Grains.Support;

/// <summary>The one-process engine, for a test.</summary>
internal static class TestEngine
{
    /// <summary>Adds it.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="collectionAge">How long an activation may be idle; null for the engine's own measure.</param>
    public static void AddTestEngine(this HostApplicationBuilder builder, TimeSpan? collectionAge) =>
        builder.Services.AddEmbeddedEngine(options =>
        {
            options.Assemblies.Add(typeof(UnitGrain).Assembly);
            if (collectionAge is not { } age)
                return;
            options.CollectionAge = age;
            options.CollectionQuantum = age / 4;
        });
}
