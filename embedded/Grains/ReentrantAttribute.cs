using System;

namespace Orleans.Concurrency;

/// <summary>All calls to grains of this class may interleave, still one turn at a time.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
