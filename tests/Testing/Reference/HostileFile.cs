using System;

namespace Aggregation.Testing.Reference;

/// <summary>A file made to bring a reader down.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Code">The fault that it must be refused with; null where there is nothing wrong with what is read of it.</param>
/// <param name="Make">Makes it: some are long.</param>
public sealed record HostileFile(string Name, string? Code, Func<byte[]> Make)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
