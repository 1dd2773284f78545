using System;
using System.Threading.Tasks;
using Xunit;

namespace Aggregation.Tests.Orleans.Fixtures;

/// <summary>
/// An end to waiting, so that a fault fails a test instead of hanging it; no test expects this failure, as it may one of Orleans' timeouts.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task Soon(this Task task)
    {
        if (await Task.WhenAny(task, Task.Delay(Longest)) != task)
            Assert.Fail($"Nothing came within {Longest}.");
        await task;
    }

    public static async Task<T> Soon<T>(this Task<T> task)
    {
        await ((Task)task).Soon();
        return await task;
    }
}
