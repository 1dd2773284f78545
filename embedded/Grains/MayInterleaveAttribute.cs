using System;

namespace Orleans.Concurrency;

/// <summary>Interleaving decided by a predicate. This engine has none: it refuses such a class at start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    /// <summary>The name of the static method that decides.</summary>
    public string CallbackMethodName { get; } = callbackMethodName;
}
