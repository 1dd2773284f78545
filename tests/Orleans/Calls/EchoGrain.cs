using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Orleans;

namespace Aggregation.Tests.Orleans.Calls;

[GenerateSerializer]
public enum Colour
{
    Red,
    Green,
}

[GenerateSerializer, Immutable]
public sealed record Note([property: Id(0)] string Text, [property: Id(1)] int? Number, [property: Id(2)] ImmutableArray<Colour> Colours)
{
    [Id(3)]
    public Note? Inner { get; init; }
}

[GenerateSerializer]
public sealed class OddException(int number) : Exception("odd")
{
    [Id(0)]
    public int Number { get; } = number;
}

/// <summary>A service of the host.</summary>
internal sealed record Greeting(string Text);

public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> Name();

    Task<string> Greet();

    Task<DateOnly> Add(DateOnly day, int days);

    Task<Note?> Send(Note? note);

    Task Fail(string message);

    Task FailAtOnce(string message);

    Task FailOddly(int number);

    Task FailFar(string other, string message);
}

internal sealed class EchoGrain(Greeting greeting) : Grain, IEchoGrain
{
    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<string> Greet() => Task.FromResult(greeting.Text);

    public Task<DateOnly> Add(DateOnly day, int days) => Task.FromResult(day.AddDays(days));

    public Task<Note?> Send(Note? note) => Task.FromResult(note);

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task FailAtOnce(string message) => throw new InvalidOperationException(message);

    public Task FailOddly(int number) => throw new OddException(number);

    public Task FailFar(string other, string message) => GrainFactory.GetGrain<IEchoGrain>(other).Fail(message);
}
