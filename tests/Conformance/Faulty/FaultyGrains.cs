using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Tests.Conformance.Faulty;

public interface IGuidGrain : IGrainWithGuidKey;

public sealed class GuidGrain : Grain, IGuidGrain;

public interface IOrphanGrain : IGrainWithStringKey;

public interface ITwiceGrain : IGrainWithStringKey;

public sealed class OnceGrain : Grain, ITwiceGrain;

public sealed class TwiceGrain : Grain, ITwiceGrain;

public interface IWorkerGrain : IGrainWithStringKey;

[StatelessWorker]
public sealed class WorkerGrain : Grain, IWorkerGrain;

public interface IUndecidedGrain : IGrainWithStringKey;

[MayInterleave("Decide")]
public sealed class UndecidedGrain : Grain, IUndecidedGrain;

public interface IGenericGrain<T> : IGrainWithStringKey;

public sealed class GenericGrain<T> : Grain, IGenericGrain<T>;

public interface IBaselessGrain : IGrainWithStringKey;

public sealed class BaselessGrain : IBaselessGrain;

public interface ISynchronousGrain : IGrainWithStringKey
{
    int Count();

    void Tell();

    IAsyncEnumerable<int> Stream();

    Task<T> Any<T>();

    Task By(ref int number);

    [OneWay]
    Task<int> Shout();
}

public sealed class SynchronousGrain : Grain, ISynchronousGrain
{
    public int Count() => 0;

    public void Tell()
    {
    }

    public IAsyncEnumerable<int> Stream() => throw new NotSupportedException();

    public Task<T> Any<T>() => throw new NotSupportedException();

    public Task By(ref int number) => throw new NotSupportedException();

    public Task<int> Shout() => throw new NotSupportedException();
}

public sealed class MissingService;

public sealed class Unconstructible(int number)
{
    public int Number { get; } = number;
}

public interface INeedyGrain : IGrainWithStringKey;

public sealed class NeedyGrain(
    MissingService service,
    [PersistentState("shared", "missing")] IPersistentState<Unconstructible> state,
    [PersistentState("odd")] string odd) : Grain, INeedyGrain
{
    public (MissingService Service, IPersistentState<Unconstructible> State, string Odd) All => (service, state, odd);
}

public interface ISharingGrain : IGrainWithStringKey;

public sealed class SharingGrain([PersistentState("shared", "missing")] IPersistentState<State> state) : Grain, ISharingGrain
{
    public IPersistentState<State> State => state;
}

public sealed class State;

public sealed record Unmarked(int Number);

public enum UnmarkedColour
{
    Red,
}

[GenerateSerializer]
public sealed class Changing
{
    [Id(0)]
    public int Number { get; set; }

    [Id(0)]
    public int Same { get; init; }

    public int Unnumbered { get; init; }

    [Id(3)]
    public int[] Array { get; init; } = [];

    [Id(4)]
    public List<int> List { get; init; } = [];

    [Id(5)]
    public object Thing { get; init; } = "";

    [Id(6)]
    public ImmutableArray<UnmarkedColour> Colours { get; init; } = [];

    [Id(7)]
    public ITalkingGrain? Grain { get; init; }

    [Id(8)]
    public Shape? Shape { get; init; }
}

[GenerateSerializer]
public abstract record Shape;

[GenerateSerializer]
public sealed record Square : Shape
{
    [Id(0)]
    public int Side { get; set; }
}

public sealed class UnmarkedException : Exception;

public interface ITalkingWatcher : IGrainObserver
{
    void Hear(IReadOnlyList<int> numbers);
}

public interface ITalkingGrain : IGrainWithStringKey
{
    Task Send(Unmarked message);

    Task<Changing> Receive();

    Task Both(string[] texts, ImmutableDictionary<string, Dictionary<string, int>> nested);

    Task Concretely(TalkingGrain grain);
}

public sealed class TalkingGrain : Grain, ITalkingGrain
{
    public Task Send(Unmarked message) => Task.CompletedTask;

    public Task<Changing> Receive() => throw new NotSupportedException();

    public Task Both(string[] texts, ImmutableDictionary<string, Dictionary<string, int>> nested) => Task.CompletedTask;

    public Task Concretely(TalkingGrain grain) => Task.CompletedTask;
}
