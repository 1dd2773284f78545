using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>A state reported for a status indicator.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="State">One of the indicator's states.</param>
[GenerateSerializer, Immutable, Alias("status-figure")]
public readonly record struct StatusFigure([property: Id(0)] string Indicator, [property: Id(1)] string State);
