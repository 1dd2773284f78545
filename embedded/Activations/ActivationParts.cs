using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Embedded.Activations;

/// <summary>What most activations never need, so that an idle one stays small. Guarded by the activation's lock.</summary>
internal sealed class ActivationParts
{
    private AsyncServiceScope? _scope;

    public HashSet<IGrainTimer>? Timers { get; set; }

    public List<IStateToRead>? States { get; set; }

    /// <summary>The engine's time before which the activation is not collected.</summary>
    public long KeepUntil { get; set; }

    public DeactivationReason Reason { get; set; }

    public CancellationToken Cancellation { get; set; }

    /// <summary>Whether the activation was valid when it was told to end.</summary>
    public bool WasValid { get; set; }

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IServiceProvider Services(IServiceProvider services) => (_scope ??= services.CreateAsyncScope()).ServiceProvider;

    public ValueTask DisposeServicesAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
