using System.Collections.Immutable;

namespace Aggregation.Contracts;

/// <summary>What the seals of the ledger's rows say, of all editions.</summary>
public sealed record DeepVerification
{
    /// <summary>The fingerprint of the key that rows are sealed with; null where they are not sealed, and nothing is proved.</summary>
    public required string? SealKey { get; init; }

    /// <summary>How many rows were read.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them are from before the ledger was sealed: nothing is known of them.</summary>
    public required long Unsealed { get; init; }

    /// <summary>How many rows there is something wrong with.</summary>
    public required long FaultsFound { get; init; }

    /// <summary>The first 1,000 of them, by unit and sequence; rows that are missing one after the other stand as one.</summary>
    public required ImmutableArray<LedgerFault> Faults { get; init; }

    /// <summary>
    /// Units whose rows are proved only from some row on, because earlier ones are older than the seals: the first 1,000.
    /// </summary>
    public required ImmutableArray<ProvedFrom> ProvedFrom { get; init; }

    /// <summary>How many such units there are.</summary>
    public required int PartlyProved { get; init; }

    /// <summary>How many records beside the rows (keys, editions with their units, marks, acts) there is something wrong with.</summary>
    public long RecordFaultsFound { get; init; }

    /// <summary>The first 1,000 of them, by kind and id.</summary>
    public ImmutableArray<RecordFault> RecordFaults { get; init; } = [];

    /// <summary>The file of signed heads; null where there is none, and rows removed at the end of a unit's rows are not missed.</summary>
    public required SignedHeads? Heads { get; init; }
}
