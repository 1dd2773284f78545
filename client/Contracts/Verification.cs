using System.Collections.Immutable;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>GET /verify</c>: the live totals beside a fresh fold of the ledger at one position.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Position">The position of the last ledger row compared.</param>
/// <param name="UnitsChecked">How many units' totals were compared.</param>
/// <param name="Differences">What differs; empty when the totals are proved right.</param>
public sealed record Verification(string Edition, long Position, int UnitsChecked, ImmutableArray<Difference> Differences);
