using System.Threading;
using System.Threading.Tasks;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// A storage provider: registered by name as a keyed service, or without a name as the default one.
/// </summary>
public interface IGrainStorage
{
    /// <summary>Reads a state; when nothing is stored, sets a new one without a version.</summary>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Reads a state; when nothing is stored, sets a new one without a version.</summary>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
        => ReadStateAsync(stateName, grainId, grainState);

    /// <summary>Writes a state and sets its new version.</summary>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Writes a state and sets its new version.</summary>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
        => WriteStateAsync(stateName, grainId, grainState);

    /// <summary>Removes a state and sets a new one without a version.</summary>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <summary>Removes a state and sets a new one without a version.</summary>
    /// <exception cref="InconsistentStateException">The version is not the stored one.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
        => ClearStateAsync(stateName, grainId, grainState);
}
