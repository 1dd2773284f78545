using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>What became of one report.</summary>
/// <param name="Verdict">Accepted, a repeat, or refused.</param>
/// <param name="Sequence">The row's number within the unit, from 1; null when nothing is recorded (refused, or only checked).</param>
/// <param name="Faults">Why it was refused; empty otherwise. Pointers are relative to the report: <c>/counts/agencies</c>.</param>
[GenerateSerializer, Immutable, Alias("report-outcome")]
public sealed record ReportOutcome(
    [property: Id(0)] ReportVerdict Verdict,
    [property: Id(1)] int? Sequence,
    [property: Id(2)] ImmutableArray<Fault> Faults);
