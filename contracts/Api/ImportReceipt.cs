using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>POST /units/import</c>.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Added">Units that were not in the edition before.</param>
/// <param name="Renamed">Units with another name, kind, region or parent than before.</param>
/// <param name="Unchanged">Units of the file that were in the edition just so.</param>
/// <param name="Levels">How many units of each level the edition has now.</param>
public sealed record ImportReceipt(string Edition, int Added, int Renamed, int Unchanged, IReadOnlyDictionary<string, int> Levels);
