using System;

namespace Aggregation.Domain.Reports;

/// <summary>One accepted report as the ledger holds it. Never updated, never deleted.</summary>
public sealed record LedgerRow
{
    /// <summary>The unit's <see cref="Domain.Units.Unit.Id"/>.</summary>
    public required int UnitId { get; init; }

    /// <summary>1, 2, 3 … within the unit, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>The day (Asia/Ho_Chi_Minh) the figures speak of.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>
    /// When it was recorded, UTC, to the microsecond; strictly increasing over the rows of one unit. None is ever recorded at an instant
    /// that was read as known.
    /// </summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The id of the API key that sent it; empty where a fold did not ask for it.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>The sender's own key; empty where a fold did not ask for it.</summary>
    public string IdempotencyKey { get; init; } = "";

    /// <summary>What was reported.</summary>
    public required Figures Figures { get; init; }

    /// <summary>The sequence that this row takes back; null for a report of figures.</summary>
    public int? Withdraws { get; init; }

    /// <summary>The sequence of the row that takes this one back, as far as the reading knows; null while it stands.</summary>
    public int? WithdrawnBy { get; init; }
}
