using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Orleans.Concurrency;

namespace Aggregation.Tests.Orleans.Calls;

[GenerateSerializer]
public enum Colour
{
    Red,
    Green,
}

[GenerateSerializer, Immutable]
[Alias("conformance.note")]
public sealed record Note([property: Id(0)] string Text, [property: Id(1)] int? Number, [property: Id(2)] ImmutableArray<Colour> Colours)
{
    [Id(3)]
    public Note? Inner { get; init; }
}

[GenerateSerializer]
public sealed class OddException : Exception
{
    public OddException(string message, int number)
        : base(message) => Number = number;

    [Id(0)]
    public int Number { get; }
}

public interface INamed : IGrainWithStringKey
{
    [AlwaysInterleave]
    Task<string> Name();
}

[Alias("conformance.echo")]
public interface IEchoGrain : INamed
{
    Task Nothing();

    Task<int> Add(int left, int right);

    Task<string?> Text(string? text);

    Task<Note?> Send(Note? note);

    Task<(DateOnly Day, Guid Id, TimeSpan Span)> Values(DateOnly day, Guid id, TimeSpan span);

    Task<int> Optional(int first, int second = 7, string text = "x");

    ValueTask<int> Value(int value);

    ValueTask<int> LateValue(int value);

    ValueTask NoValue();

    Task<string> Relay(IEchoGrain other, string text);

    Task<IEchoGrain> Self();

    Task<IEchoGrain> SelfUncast();

    Task<string> AskSelfOf(string other);

    Task<string> Greet();

    Task<int> Fail(string message);

    Task<int> FailAtOnce(string message);

    ValueTask<int> FailValue(string message);

    Task FailOddly(int number);

    Task FailFar(string other, string message);

    Task Cancelled();

    Task<bool> Wait(string gate, CancellationToken cancellation);

    Task<string> WaitForToken(string gate, CancellationToken cancellation);

    Task<bool> IsCancellable(CancellationToken cancellation);

    Task<bool> WaitForTokenOf(string other, string gate, CancellationToken cancellation);

    [OneWay]
    Task Tell(string gate);

    [OneWay]
    Task TellAndFail(string gate);
}

internal sealed class EchoGrain(Greeting greeting) : Grain, IEchoGrain
{
    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());

    public Task Nothing() => Task.CompletedTask;

    public Task<int> Add(int left, int right) => Task.FromResult(left + right);

    public Task<string?> Text(string? text) => Task.FromResult(text);

    public Task<Note?> Send(Note? note) => Task.FromResult(note);

    public Task<(DateOnly Day, Guid Id, TimeSpan Span)> Values(DateOnly day, Guid id, TimeSpan span) => Task.FromResult((day, id, span));

    public Task<int> Optional(int first, int second = 7, string text = "x") => Task.FromResult(first + second + text.Length);

    public ValueTask<int> Value(int value) => new(value);

    public async ValueTask<int> LateValue(int value)
    {
        await Task.Yield();
        return value;
    }

    public ValueTask NoValue() => default;

    public Task<string> Relay(IEchoGrain other, string text) => other.Name().ContinueWith(name => name.Result + text, TaskScheduler.Current);

    public Task<IEchoGrain> Self() => Task.FromResult(this.AsReference<IEchoGrain>());

    public Task<IEchoGrain> SelfUncast() => Task.FromResult<IEchoGrain>(this);

    public Task<string> AskSelfOf(string other) => GrainFactory.GetGrain<IEchoGrain>(other).Relay(this, "!");

    public Task<string> Greet() => Task.FromResult(greeting.Text);

    public async Task<int> Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<int> FailAtOnce(string message) => throw new ArgumentException(message);

    public ValueTask<int> FailValue(string message) => throw new NotSupportedException(message);

    public Task FailOddly(int number) => throw new OddException("odd", number);

    public async Task FailFar(string other, string message) => await GrainFactory.GetGrain<IEchoGrain>(other).Fail(message);

    public Task Cancelled() => Task.FromCanceled(new CancellationToken(canceled: true));

    public async Task<bool> Wait(string gate, CancellationToken cancellation)
    {
        await Gate.Of(gate).EnterAndWait();
        Gate.Of($"{gate} done").Enter();
        return cancellation.IsCancellationRequested;
    }

    public async Task<string> WaitForToken(string gate, CancellationToken cancellation)
    {
        Gate.Of(gate).Enter();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            Gate.Of($"{gate} cancelled").Enter();
            throw;
        }
        return "never";
    }

    public Task<bool> IsCancellable(CancellationToken cancellation) => Task.FromResult(cancellation.IsCancellationRequested);

    public async Task<bool> WaitForTokenOf(string other, string gate, CancellationToken cancellation) =>
        await GrainFactory.GetGrain<IEchoGrain>(other).WaitForToken(gate, cancellation) == "never";

    public Task Tell(string gate) => Gate.Of(gate).EnterAndWait();

    public Task TellAndFail(string gate)
    {
        Gate.Of(gate).Enter();
        throw new InvalidOperationException(gate);
    }
}
