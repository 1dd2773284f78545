using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>A whole number reported for an indicator.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Value">0 to 10⁹.</param>
[GenerateSerializer, Immutable, Alias("count-figure")]
public readonly record struct CountFigure([property: Id(0)] string Indicator, [property: Id(1)] long Value);
