using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Import;

/// <summary>A list of units to import.</summary>
/// <param name="Edition">The edition it belongs to.</param>
/// <param name="Rows">At least one.</param>
/// <param name="AllowMoves">True to accept units under another parent than before.</param>
/// <param name="AllowRenames">True to accept renames of more than one percent of the edition.</param>
[GenerateSerializer, Immutable, Alias("unit-list")]
public sealed record UnitList(
    [property: Id(0)] string Edition,
    [property: Id(1)] ImmutableArray<UnitListRow> Rows,
    [property: Id(2)] bool AllowMoves,
    [property: Id(3)] bool AllowRenames)
{
    /// <summary>Who asks; null where nobody says.</summary>
    [Id(4)]
    public ImportOrigin? Origin { get; init; }
}
