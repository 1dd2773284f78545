using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Engines;
using Orleans;

namespace Aggregation.Tests.Conformance.Embedded;

public interface IFarewellGrain : IGrainWithStringKey
{
    Task Begin();
}

public interface ILastWordGrain : IGrainWithStringKey
{
    Task Hear();
}

/// <summary>A grain that tells another one when it ends.</summary>
internal sealed class FarewellGrain : Grain, IFarewellGrain
{
    public Task Begin() => Task.CompletedTask;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (reason.ReasonCode is DeactivationReasonCode.ShuttingDown)
            await GrainFactory.GetGrain<ILastWordGrain>(this.GetPrimaryKeyString()).Hear();
    }
}

[KeepAlive]
internal sealed class LastWordGrain : Grain, ILastWordGrain
{
    public Task Hear()
    {
        Gate.Of(this.GetPrimaryKeyString()).Enter();
        return Task.CompletedTask;
    }
}
