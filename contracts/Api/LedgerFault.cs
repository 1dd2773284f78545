namespace Aggregation.Contracts;

/// <summary>Rows of the ledger that are not as they were recorded.</summary>
/// <param name="Unit">The unit, <c>2023/00001</c>; <c>#17</c> where no unit has the row's id; empty for the row of a seal key.</param>
/// <param name="Sequence">The first of the rows.</param>
/// <param name="Through">The last of them.</param>
/// <param name="Fault">
/// <c>changed</c>, <c>unsealed</c>, <c>missing</c>, <c>unproved</c>, <c>replaced</c>, <c>unknown-key</c> or, of a seal key's row,
/// <c>epoch-changed</c>.
/// </param>
public sealed record LedgerFault(string Unit, long Sequence, long Through, string Fault);
