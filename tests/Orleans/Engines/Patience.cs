using System;
using System.Threading.Tasks;

namespace Aggregation.Tests.Orleans.Engines;

/// <summary>An end to waiting, so that a fault fails a test instead of hanging it.</summary>
internal static class Patience
{
    public static Task Soon(this Task task) => task.WaitAsync(TimeSpan.FromSeconds(60));

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(60));
}
