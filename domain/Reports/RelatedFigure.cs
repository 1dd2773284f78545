using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>A count of a unit above or below the one that reports, for the rule that compares them.</summary>
/// <param name="Unit">The other unit's code.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Value">What it reports, or has reported.</param>
[GenerateSerializer, Immutable, Alias("related-figure")]
public readonly record struct RelatedFigure(
    [property: Id(0)] string Unit,
    [property: Id(1)] string Indicator,
    [property: Id(2)] long Value);
