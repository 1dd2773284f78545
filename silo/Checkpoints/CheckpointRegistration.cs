using Aggregation.Domain.Units;
using Aggregation.Ledger.Checkpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Aggregation.Silo.Checkpoints;

/// <summary>Registers the grain storage of checkpoints.</summary>
public static class CheckpointRegistration
{
    /// <summary>Keeps checkpoints in the default grain storage, which the ledger or the engine brings.</summary>
    public static IServiceCollection AddCheckpoints(this IServiceCollection services) => services.AddGrainStorage(
        StoredCheckpoint.StorageName,
        static (provider, _) => new ParentCheckpoints(
            provider.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME),
            provider.GetRequiredService<UnitRegistry>(),
            provider.GetRequiredService<ILogger<ParentCheckpoints>>()));
}
