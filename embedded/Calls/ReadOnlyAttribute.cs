using System;

namespace Orleans.Concurrency;

/// <summary>The grain method changes nothing: it may interleave with other calls that change nothing. Stands on the interface's method.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
