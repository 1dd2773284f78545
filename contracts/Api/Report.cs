using System;
using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>
/// What one unit itself runs or is, never what lies below it. Absolute values; what is absent stays as it was. A null
/// member is not sent: the API refuses <c>null</c>.
/// </summary>
public sealed record Report
{
    /// <summary>The unit's code: <c>00001</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The sender's own key, unique within the unit, at most 64 characters: sent again, the report counts once.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The day (Asia/Ho_Chi_Minh) the figures speak of, from 2000-01-01 to today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Counts by indicator, 0 to 10⁹.</summary>
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    /// <summary>Named models; one with 0 sites is taken away.</summary>
    public IReadOnlyList<ReportedModel>? Models { get; init; }

    /// <summary>States by indicator.</summary>
    public IReadOnlyDictionary<string, string>? Statuses { get; init; }

    /// <summary>What the unit says its whole area has; shown, never summed.</summary>
    public IReadOnlyDictionary<string, long>? Declared { get; init; }

    /// <summary>A remark of at most 500 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Instead of figures: the sequence of the unit's report to take back.</summary>
    public int? Withdraws { get; init; }

    /// <summary>The codes of warnings that the sender has seen and stands by, such as <c>jump</c>; no part of what is recorded.</summary>
    public IReadOnlyList<string>? Confirm { get; init; }
}
