using System;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Silo.Checkpoints;

/// <summary>
/// The grain storage of checkpoints. Only a unit with children has one, so the thousands of others are activated without asking
/// the store; and since a checkpoint only spares reading, one that cannot be read is as good as none.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="registry">The editions.</param>
/// <param name="logger">Where failures are told.</param>
public sealed class ParentCheckpoints(IGrainStorage store, UnitRegistry registry, ILogger<ParentCheckpoints> logger) : IGrainStorage
{
    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        try
        {
            if (IsParent(UnitKey.Parse(grainId.Key.ToString()!)))
            {
                await store.ReadStateAsync(stateName, grainId, grainState);
                return;
            }
        }
        catch (Exception exception)
        {
            logger.StoredCheckpointUnreadable(grainId, exception);
        }

        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        store.WriteStateAsync(stateName, grainId, grainState);

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        store.ClearStateAsync(stateName, grainId, grainState);

    private bool IsParent(UnitKey key)
    {
        var edition = registry.Find(key.Edition);
        var index = edition?.IndexOf(key.Code) ?? -1;
        return index >= 0 && edition!.ChildrenOf(index).Length > 0;
    }
}
