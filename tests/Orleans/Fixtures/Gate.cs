using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Aggregation.Tests.Orleans.Fixtures;

/// <summary>Lets a test hold a grain's method where it wants it: the method enters, the test lets it go on.</summary>
internal sealed class Gate
{
    private static readonly ConcurrentDictionary<string, Gate> Gates = new();

    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsEntered => entered.Task.IsCompleted;

    /// <summary>The gate of a name, the same for the test and for the grain.</summary>
    public static Gate Of(string name) => Gates.GetOrAdd(name, static _ => new Gate());

    public static string NewName() => Guid.NewGuid().ToString("N");

    /// <summary>The test waits until the grain is at the gate.</summary>
    public Task Entered() => entered.Task.Soon();

    /// <summary>The grain notes that it came by.</summary>
    public void Enter() => entered.TrySetResult();

    /// <summary>The grain waits at the gate.</summary>
    public Task EnterAndWait()
    {
        Enter();
        return opened.Task;
    }

    public void Open() => opened.TrySetResult();
}
