using System;

namespace Aggregation.Client;

/// <summary>What <see cref="AggregationClient.GetHistoryAsync"/> follows.</summary>
public sealed record HistoryQuery
{
    /// <summary>A status, a count, or <c>models</c>.</summary>
    public string Indicator { get; init; } = "committee";

    /// <summary>Of a status: the level of the units counted.</summary>
    public string? Level { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary><c>day</c>, <c>month</c> or <c>year</c>; null for the silo's default.</summary>
    public string? Step { get; init; }

    /// <summary>Only what was recorded by this instant.</summary>
    public DateTimeOffset? KnownAt { get; init; }
}
