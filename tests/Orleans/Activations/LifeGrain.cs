using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;

namespace Aggregation.Tests.Orleans.Activations;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<string> Activation();

    Task<string> Deactivate();

    Task Hold(string gate);
}

internal sealed class LifeGrain : Grain, ILifeGrain
{
    private readonly string activation = Gate.NewName();

    private Life Life => Life.Of(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Life.ActivateAsync();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Life.DeactivateAsync(reason);

    public Task<string> Activation() => Task.FromResult(activation);

    public Task<string> Deactivate()
    {
        DeactivateOnIdle();
        return Task.FromResult(activation);
    }

    public Task Hold(string gate) => Gate.Of(gate).EnterAndWait();
}
