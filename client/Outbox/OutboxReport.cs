using System;
using Aggregation.Contracts;

namespace Aggregation.Outboxes;

/// <summary>A report in an outbox.</summary>
public sealed record OutboxReport
{
    /// <summary>Its number in the outbox: the order in which reports entered.</summary>
    public required long Position { get; init; }

    /// <summary>Where it stands.</summary>
    public required OutboxState State { get; init; }

    /// <summary>When it entered, UTC.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>When it was recorded, refused or discarded, UTC; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The edition its unit belongs to; null for the one that takes reports.</summary>
    public string? Edition { get; init; }

    /// <summary>The number of the file that it came in; null for none.</summary>
    public long? File { get; init; }

    /// <summary>The number of the ledger row within the unit; null until it is recorded.</summary>
    public int? Sequence { get; init; }

    /// <summary>Why it was refused; null unless it was.</summary>
    public OutboxRefusal? Refusal { get; init; }

    /// <summary>The report, with the key that it keeps however often it is sent.</summary>
    public required Report Report { get; init; }
}
