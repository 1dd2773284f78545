using System;
using System.Threading;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Aggregation.Tests.Grains.Support;

/// <summary>Microsoft Orleans with one silo, for a test.</summary>
internal static class TestEngine
{
    private static int port = 21_000;

    /// <summary>Adds it.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="collectionAge">How long an activation may be idle; Orleans knows nothing shorter than its quantum.</param>
    public static void AddTestEngine(this HostApplicationBuilder builder, TimeSpan? collectionAge) => builder.UseOrleans(silo =>
    {
        var first = Interlocked.Add(ref port, 2);
        silo.UseLocalhostClustering(first, first + 1, clusterId: $"test-{first}");
        if (collectionAge is { } age)
        {
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.CollectionQuantum = TimeSpan.FromSeconds(1);
                options.CollectionAge = age + TimeSpan.FromSeconds(1.5);
            });
        }
    });
}
