using System;

namespace Aggregation.Api.Outstanding;

/// <summary>A unit that is awaited, before it is named.</summary>
/// <param name="Index">Its index in the edition.</param>
/// <param name="State">Its state, or <see cref="Unreported"/>.</param>
/// <param name="LastReportedOn">The latest day that one of its own reports speaks of.</param>
public readonly record struct AwaitedUnit(int Index, string State, DateOnly? LastReportedOn)
{
    /// <summary>The state of a unit that has not reported.</summary>
    public const string Unreported = "unreported";
}
