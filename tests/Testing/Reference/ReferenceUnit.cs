namespace Aggregation.Testing.Reference;

/// <summary>A unit as the reference sees it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Level">The level's id: <c>commune</c>.</param>
/// <param name="Parent">The code of the unit directly above; null for the nation.</param>
public sealed record ReferenceUnit(string Code, string Level, string? Parent);
