namespace Aggregation.Contracts;

/// <summary>From where on a unit's rows are proved.</summary>
/// <param name="Unit">The unit, <c>2023/00001</c>.</param>
/// <param name="Sequence">The first row with a seal, recorded or to come.</param>
public sealed record ProvedFrom(string Unit, long Sequence);
