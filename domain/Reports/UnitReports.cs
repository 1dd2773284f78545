using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>All reports of one batch that concern one unit: recorded together or not at all.</summary>
/// <param name="Reporter">The id of the API key that sends them.</param>
/// <param name="Reports">At least one, in the sender's order.</param>
[GenerateSerializer, Immutable, Alias("unit-reports")]
public sealed record UnitReports(
    [property: Id(0)] string Reporter,
    [property: Id(1)] ImmutableArray<Report> Reports)
{
    /// <summary>What units below say in the same batch, which a rule compares with these; mostly none.</summary>
    [Id(2)]
    public ImmutableArray<RelatedFigure> Related { get; init; } = [];
}
