using System;

namespace Aggregation.Contracts;

/// <summary>A unit that is awaited.</summary>
/// <param name="Code">The code within the edition.</param>
/// <param name="Name">The official name, in Vietnamese.</param>
/// <param name="State">Its state, or <c>unreported</c>.</param>
/// <param name="Parent">The code of the unit directly above.</param>
/// <param name="LastReportedOn">The latest day that one of its own reports speaks of; null if there is none.</param>
public sealed record OutstandingUnit(string Code, string Name, string State, string? Parent, DateOnly? LastReportedOn);
