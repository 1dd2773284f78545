using System;
using System.Collections.Immutable;

namespace Aggregation.Ledger;

/// <summary>What a look at the ledger's store has found.</summary>
/// <param name="Took">How long a small read took.</param>
/// <param name="ClockAhead">How far the store's clock is ahead of this process's; null where it has none of its own.</param>
/// <param name="SizeBytes">How large it is.</param>
/// <param name="FreeBytes">How much room its disk has left; null where that disk is another machine's.</param>
/// <param name="DiskBytes">How large that disk is.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record LedgerProbe(
    TimeSpan Took,
    TimeSpan? ClockAhead,
    long SizeBytes,
    long? FreeBytes,
    long? DiskBytes,
    ImmutableArray<SchemaState> Schema);
