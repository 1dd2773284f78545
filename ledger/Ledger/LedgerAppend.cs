using System.Collections.Immutable;

namespace Aggregation.Ledger;

/// <summary>Rows of one unit to be recorded together or not at all.</summary>
/// <param name="UnitId">The unit's <see cref="Domain.Units.Unit.Id"/>.</param>
/// <param name="FirstSequence">The number of the first row; the others follow without a gap.</param>
/// <param name="Rows">None to ask only whether the rows before the first are the unit's last, and durable.</param>
/// <param name="Era">The <see cref="ILedger.Era"/> in which the rows before the first were read.</param>
public sealed record LedgerAppend(int UnitId, int FirstSequence, ImmutableArray<LedgerEntry> Rows, int Era = 0);
