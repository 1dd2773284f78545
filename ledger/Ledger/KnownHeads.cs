namespace Aggregation.Ledger;

/// <summary>What two readings of the ledger's heads say of an edition.</summary>
/// <param name="Reading">The number of the newer reading: whatever is noted before it is given began before the next one.</param>
/// <param name="Aged">The rows at least <see cref="AgedHeads.Age"/> ago, which a live total ought to hold by now; null while nothing that
/// old is known.</param>
/// <param name="Newest">The rows as last read, beyond which a live total that was noted before the reading cannot truly be.</param>
public sealed record KnownHeads(long Reading, AreaRows? Aged, AreaRows Newest);
