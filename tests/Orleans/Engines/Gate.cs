using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>Lets a test hold a grain's method where it wants it: the method enters, the test lets it go on.</summary>
internal sealed class Gate
{
    private static readonly ConcurrentDictionary<string, Gate> s_gates = new(StringComparer.Ordinal);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsEntered => _entered.Task.IsCompleted;

    /// <summary>The gate of a name, the same for the test and for the grain.</summary>
    public static Gate Of(string name) => s_gates.GetOrAdd(name, static _ => new Gate());

    public static string NewName() => Guid.NewGuid().ToString("N");

    /// <summary>The test waits until the grain is at the gate.</summary>
    public Task Entered() => _entered.Task.WaitAsync(s_patience);

    /// <summary>The grain notes that it came by.</summary>
    public void Enter() => _entered.TrySetResult();

    /// <summary>The grain waits at the gate.</summary>
    public Task EnterAndWait()
    {
        _entered.TrySetResult();
        return _opened.Task;
    }

    public void Open() => _opened.TrySetResult();
}
