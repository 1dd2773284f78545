using System.Collections.Generic;

namespace Aggregation.Testing.Reference;

/// <summary>A status indicator.</summary>
/// <param name="States">Its states.</param>
/// <param name="Levels">The levels it applies to.</param>
public sealed record ReferenceStatus(IReadOnlyList<string> States, IReadOnlyList<string> Levels);
