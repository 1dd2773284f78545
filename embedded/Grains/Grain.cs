using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Embedded.Activations;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of a grain class. The engine constructs it; constructed otherwise, it has no context.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>A grain of the activation that is being constructed.</summary>
    protected Grain()
        : this(Activation.Constructing!)
    {
    }

    /// <summary>A grain of the given activation.</summary>
    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    /// <summary>The activation.</summary>
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The grain's identity as text.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Activation.GrainFactory;

    /// <summary>The activation's own service scope.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    private Activation Activation => GrainContext as Activation
        ?? throw new InvalidOperationException("The grain was constructed outside the engine and has no activation.");

    /// <summary>Runs once, before the first call. When it throws, the activation ends and its callers get the exception.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, after the last call.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation as soon as nothing runs on it.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps the activation from being collected as idle for at least this long; infinite: until it is called again.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => Activation.DelayDeactivation(timeSpan);
}
