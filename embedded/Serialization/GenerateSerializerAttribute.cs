using System;

namespace Orleans;

/// <summary>The type may be sent. Every message must carry it, though this engine passes references.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether a primary constructor's parameters are serialised; for records they are by default.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }
}
