using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>What a report says of one named model.</summary>
/// <param name="Name">The name, as it was written.</param>
/// <param name="Kinds">The kinds it is of.</param>
/// <param name="Sites">Places where the unit applies it; 0 takes it away.</param>
/// <param name="Groups">Teams that run it.</param>
public sealed record ReportedModel(string Name, IReadOnlyList<string> Kinds, long Sites, long Groups);
