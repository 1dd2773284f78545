using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Embedded.Persistence;

/// <summary>A grain's state in a storage provider. Its operations run one after another.</summary>
internal sealed class PersistentState<T> : IPersistentState<T>, IStateToRead
{
    private readonly string _name;
    private readonly GrainId _grain;
    private readonly IGrainStorage _storage;
    private readonly GrainState<T> _state = new(Activator.CreateInstance<T>());
    private Task _last = Task.CompletedTask;

    private PersistentState(string name, GrainId grain, IGrainStorage storage)
    {
        _name = name;
        _grain = grain;
        _storage = storage;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public T State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public static PersistentState<T> Create(Activation activation, string name, string? storageName)
    {
        var services = activation.Engine.Services;
        var storage = storageName is null ? services.GetService<IGrainStorage>() : services.GetKeyedService<IGrainStorage>(storageName);
        if (storage is null)
        {
            throw new BadProviderConfigException(storageName is null
                ? $"State \"{name}\" of {activation.GrainId} wants the default storage provider and none is registered."
                : $"State \"{name}\" of {activation.GrainId} wants the storage provider \"{storageName}\" and none is registered.");
        }
        var state = new PersistentState<T>(name, activation.GrainId, storage);
        activation.Add(state);
        return state;
    }

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => _last = AfterAsync(
        _last, nameof(ReadStateAsync), static (state, cancellation) => state._storage.ReadStateAsync(state._name, state._grain, state._state, cancellation), cancellationToken);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task WriteStateAsync(CancellationToken cancellationToken) => _last = AfterAsync(
        _last, nameof(WriteStateAsync), static (state, cancellation) => state._storage.WriteStateAsync(state._name, state._grain, state._state, cancellation), cancellationToken);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ClearStateAsync(CancellationToken cancellationToken) => _last = AfterAsync(
        _last, nameof(ClearStateAsync), static (state, cancellation) => state._storage.ClearStateAsync(state._name, state._grain, state._state, cancellation), cancellationToken);

    Task IStateToRead.ReadAsync(CancellationToken cancellation) => ReadStateAsync(cancellation);

    /// <summary>Runs an operation when the previous one has ended, however it ended.</summary>
    /// <exception cref="OrleansException">The storage provider failed; its exception is inside, unless it is such itself.</exception>
    private async Task AfterAsync(
        Task previous, string name, Func<PersistentState<T>, CancellationToken, Task> operation, CancellationToken cancellation)
    {
        if (!previous.IsCompleted)
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        try
        {
            await operation(this, cancellation);
        }
        catch (Exception failure) when (failure is not OrleansException and not OperationCanceledException)
        {
            throw new OrleansException($"Error from storage provider {_storage.GetType().Name}.{_name} during {name} for grain {_grain}", failure);
        }
    }
}
