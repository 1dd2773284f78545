using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Tests.Orleans.Persistence;

[GenerateSerializer]
public sealed class Stock
{
    [Id(0)]
    public int Number { get; set; }

    [Id(1)]
    public string Name { get; set; } = "new";
}

public interface IStoredGrain : IGrainWithStringKey
{
    Task<(int Number, string Name, bool Exists, string? Etag)> Read();

    Task<string?> Write(int number, string name);

    Task<int> NumberAtActivation();

    Task Deactivate();
}

internal sealed class StoredGrain([PersistentState("stock")] IPersistentState<Stock> stock) : Grain, IStoredGrain
{
    private int numberAtActivation = -1;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        numberAtActivation = stock.State.Number;
        return Task.CompletedTask;
    }

    public Task<(int Number, string Name, bool Exists, string? Etag)> Read() =>
        Task.FromResult((stock.State.Number, stock.State.Name, stock.RecordExists, stock.Etag));

    public async Task<string?> Write(int number, string name)
    {
        (stock.State.Number, stock.State.Name) = (number, name);
        await stock.WriteStateAsync();
        return stock.Etag;
    }

    public Task<int> NumberAtActivation() => Task.FromResult(numberAtActivation);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public interface IRecordedGrain : IGrainWithStringKey
{
    Task<string> Activation();

    Task Write();
}

internal sealed class RecordedGrain([PersistentState("recorded", RecordingStorage.Name)] IPersistentState<Stock> stock)
    : Grain, IRecordedGrain
{
    private readonly string activation = Gate.NewName();

    public Task<string> Activation() => Task.FromResult(activation);

    public Task Write() => stock.WriteStateAsync();
}
