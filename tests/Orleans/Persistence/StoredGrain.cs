using System;
using System.Threading;
using System.Threading.Tasks;
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

    Task Set(int number);

    Task Reread();

    Task Clear();

    Task<int> NumberAtActivation();

    Task WriteManyTimes(int times);

    Task End();
}

internal sealed class StoredGrain([PersistentState("stock")] IPersistentState<Stock> stock) : Grain, IStoredGrain
{
    private int _numberAtActivation = -1;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _numberAtActivation = stock.State.Number;
        return Task.CompletedTask;
    }

    public Task<(int Number, string Name, bool Exists, string? Etag)> Read() =>
        Task.FromResult((stock.State.Number, stock.State.Name, stock.RecordExists, stock.Etag));

    public async Task<string?> Write(int number, string name)
    {
        stock.State.Number = number;
        stock.State.Name = name;
        await stock.WriteStateAsync();
        return stock.Etag;
    }

    public Task Set(int number)
    {
        stock.State.Number = number;
        return Task.CompletedTask;
    }

    public Task Reread() => stock.ReadStateAsync();

    public Task Clear() => stock.ClearStateAsync();

    public Task<int> NumberAtActivation() => Task.FromResult(_numberAtActivation);

    public async Task WriteManyTimes(int times)
    {
        var writes = new Task[times];
        for (var i = 0; i < times; i++)
        {
            stock.State.Number = i + 1;
            writes[i] = stock.WriteStateAsync();
        }
        await Task.WhenAll(writes);
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public interface IRecordedGrain : IGrainWithStringKey
{
    Task<string> Write();

    Task<string> Name();
}

internal sealed class RecordedGrain([PersistentState("recorded", "recording")] IPersistentState<Stock> stock) : Grain, IRecordedGrain
{
    private readonly string _name = Guid.NewGuid().ToString();

    public async Task<string> Write()
    {
        await stock.WriteStateAsync();
        return _name;
    }

    public Task<string> Name() => Task.FromResult(_name);
}
