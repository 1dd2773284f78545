namespace Aggregation.Ledger.Seals;

/// <summary>A row exactly as the store holds it, whoever wrote it.</summary>
internal sealed record StoredRow
{
    public required long Unit { get; init; }

    public required long Sequence { get; init; }

    public required long Position { get; init; }

    /// <summary>The day as the number 20170220.</summary>
    public required long EffectiveOn { get; init; }

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public required long RecordedAt { get; init; }

    public required long? Withdraws { get; init; }

    public required byte[] Reporter { get; init; }

    public required byte[] IdempotencyKey { get; init; }

    public required byte[] Payload { get; init; }

    /// <summary>Null where the row has none.</summary>
    public required byte[]? Seal { get; init; }

    /// <summary>What is sealed of it.</summary>
    public SealedRow Of(UnitIdentity identity) => new()
    {
        Unit = Unit,
        Identity = identity,
        Sequence = Sequence,
        Position = Position,
        EffectiveOn = EffectiveOn,
        RecordedAt = RecordedAt,
        Withdraws = Withdraws,
        Reporter = Reporter,
        IdempotencyKey = IdempotencyKey,
        Payload = Payload,
    };
}
