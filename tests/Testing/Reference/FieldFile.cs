
namespace Aggregation.Testing.Reference;

/// <summary>A file as it comes from the field.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Codes">The faults that it must be told, in order; empty where it is read.</param>
/// <param name="Cell">Where the first of them is, in A1 notation; null where that is no cell.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FieldFile(string Name, string[] Codes, string? Cell, byte[] Content)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
