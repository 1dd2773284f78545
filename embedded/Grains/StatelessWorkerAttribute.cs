using System;

namespace Orleans.Concurrency;

/// <summary>Several activations of a key at once. This engine has none: it refuses such a class at start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many activations as the machine has processors.</summary>
    public StatelessWorkerAttribute()
    {
    }

    /// <summary>At most <paramref name="maxLocalWorkers"/> activations of a key.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    /// <summary>The greatest number of activations of a key; zero: one a processor.</summary>
    public int MaxLocalWorkers { get; }
}
