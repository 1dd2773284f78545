using System;

namespace Orleans.Concurrency;

/// <summary>The grain method may interleave with every other call. Stands on the interface's method.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
