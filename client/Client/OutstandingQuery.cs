using System;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <summary>Whom to look for with <see cref="AggregationClient.GetOutstandingAsync"/>.</summary>
public sealed record OutstandingQuery
{
    /// <summary>
    /// A status, such as <c>committee</c>; or <c>reporting</c> for the units without a report from <see cref="From"/> to <see cref="To"/>.
    /// </summary>
    public string Indicator { get; init; } = "committee";

    /// <summary>The level of the units looked for, such as <c>province</c>.</summary>
    public string? Level { get; init; }

    /// <summary>With <c>reporting</c>: the first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>With <c>reporting</c>: the last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>As of when; not with <c>reporting</c>.</summary>
    public FigureDates Dates { get; init; }
}
