using Aggregation.Embedded;
using Aggregation.Ledger;
using Aggregation.RollUps;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Runtime.Hosting;

namespace Aggregation.Engines;

/// <summary>Runs the grains on the one-process engine (<c>ActorEngine=Embedded</c>).</summary>
public static class Engine
{
    /// <summary>What the engine is called where an operator reads it.</summary>
    public const string Name = "Embedded (one process)";

    /// <summary>Adds the engine to the host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="ledger">Where the ledger is; this engine is one process wherever it is.</param>
    public static void AddEngine(this WebApplicationBuilder builder, LedgerOptions ledger)
    {
        builder.Services.AddEmbeddedEngine(options => options.Assemblies.Add(typeof(UnitGrain).Assembly));
        builder.Services.AddSingleton<IMembership, OneProcess>();
        if (ledger is PostgresLedgerOptions)
            builder.Services.AddGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, static (provider, _) => ActivatorUtilities.CreateInstance<PostgresCheckpointStore>(provider));
    }
}
