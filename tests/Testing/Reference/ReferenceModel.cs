using System.Collections.Generic;

namespace Aggregation.Testing.Reference;

/// <summary>One named model, in a report or added up over an area.</summary>
/// <param name="Name">The spelling.</param>
/// <param name="Kinds">Ids of the kinds.</param>
/// <param name="Sites">Places.</param>
/// <param name="Groups">Teams.</param>
/// <param name="Units">How many units run it; 1 in a report.</param>
public sealed record ReferenceModel(string Name, IReadOnlyCollection<string> Kinds, long Sites, long Groups, int Units = 1);
