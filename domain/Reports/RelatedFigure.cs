using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>What the same batch says of a count below the unit that reports, for the rule that compares them.</summary>
/// <param name="Unit">The code of the unit that reports.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Value">What units below say together.</param>
[GenerateSerializer, Immutable, Alias("related-figure")]
public readonly record struct RelatedFigure(
    [property: Id(0)] string Unit,
    [property: Id(1)] string Indicator,
    [property: Id(2)] long Value);
