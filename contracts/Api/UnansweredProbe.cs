namespace Aggregation.Contracts;

/// <summary>Something that a silo could not find out in time.</summary>
/// <param name="Probe"><c>ledger-read</c>, <c>ledger-commit</c>, <c>silos</c> or <c>roll-ups</c>.</param>
/// <param name="Reason">Why, one sentence.</param>
public sealed record UnansweredProbe(string Probe, string Reason);
