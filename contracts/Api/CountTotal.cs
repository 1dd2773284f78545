namespace Aggregation.Contracts;

/// <summary>A count of a roll-up.</summary>
/// <param name="Own">What the unit itself reports.</param>
/// <param name="Total">The sum over the unit and everything below it.</param>
public sealed record CountTotal(long Own, long Total);
