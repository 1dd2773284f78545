using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>A named model over an area.</summary>
/// <param name="Name">The spelling first recorded.</param>
/// <param name="Kinds">The kinds that any unit calls it, in the catalogue's order.</param>
/// <param name="Sites">Places where it is applied.</param>
/// <param name="Groups">Teams that run it.</param>
/// <param name="Units">How many units run it.</param>
public sealed record NamedModel(string Name, IReadOnlyList<string> Kinds, long Sites, long Groups, int Units);
