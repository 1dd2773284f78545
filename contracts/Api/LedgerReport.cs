using System;
using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>One accepted report as the ledger holds it.</summary>
public sealed record LedgerReport
{
    /// <summary>1, 2, 3 … within the unit.</summary>
    public required int Sequence { get; init; }

    /// <summary>The day (Asia/Ho_Chi_Minh) it speaks of.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The id of the key that sent it.</summary>
    public required string Reporter { get; init; }

    /// <summary>The sender's own key.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The counts stated, by indicator.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>The models stated.</summary>
    public required IReadOnlyList<ReportedModel> Models { get; init; }

    /// <summary>The states stated, by indicator.</summary>
    public required IReadOnlyDictionary<string, string> Statuses { get; init; }

    /// <summary>What the unit says its whole area has, by name.</summary>
    public required IReadOnlyDictionary<string, long> Declared { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>The sequence that this row takes back; null for a report of figures.</summary>
    public int? Withdraws { get; init; }

    /// <summary>The sequence of the row that takes this one back; null while it stands.</summary>
    public int? WithdrawnBy { get; init; }
}
