using System;
using System.Reflection;
using Orleans;
using Orleans.Concurrency;

namespace Aggregation.Embedded.Calls;

/// <summary>What an interface's method declares about its calls.</summary>
internal sealed class CallMethod
{
    public CallMethod(MethodInfo method)
    {
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        Interleaving = method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Interleaving.Always
            : method.IsDefined(typeof(ReadOnlyAttribute)) ? Interleaving.ReadOnly
            : Interleaving.Never;
        Timeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
    }

    public CallMethod(string name, Interleaving interleaving)
    {
        Name = name;
        Interleaving = interleaving;
    }

    public string Name { get; }

    public Interleaving Interleaving { get; }

    public TimeSpan? Timeout { get; }
}
