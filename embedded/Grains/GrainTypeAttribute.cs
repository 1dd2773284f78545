using System;

namespace Orleans;

/// <summary>Names the grain type of a class; without it the name is the class's in lower case, less a final "grain".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The name.</summary>
    public string GrainType { get; } = grainType;
}
