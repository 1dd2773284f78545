using System;

namespace Aggregation.Ledger.Seals;

/// <summary>A row as it is sealed: every column but the seal, and the unit that its id stands for.</summary>
internal readonly ref struct SealedRow
{
    /// <summary>The unit's id. Numbers are as wide as any store can hold them, so that no other value is sealed alike.</summary>
    public required long Unit { get; init; }

    public required UnitIdentity Identity { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The row's place among all rows; 0 in a store that has no such column.</summary>
    public required long Position { get; init; }

    /// <summary>The day as the number 20170220.</summary>
    public required long EffectiveOn { get; init; }

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public required long RecordedAt { get; init; }

    public required long? Withdraws { get; init; }

    public required ReadOnlySpan<byte> Reporter { get; init; }

    public required ReadOnlySpan<byte> IdempotencyKey { get; init; }

    public required ReadOnlySpan<byte> Payload { get; init; }
}
