using System;
using System.Collections.Generic;

namespace Aggregation.Domain.Reports;

/// <summary>A report as somebody sent it: of the right shape, but not yet validated by <see cref="ReportValidator"/>.</summary>
public sealed class ReportInput
{
    /// <summary>The unit's code; null when none was sent.</summary>
    public string? Unit { get; set; }

    /// <summary>The sender's own key; null when none was sent.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The day, as text; null when none was sent, or <see cref="Day"/> has it.</summary>
    public string? EffectiveOn { get; set; }

    /// <summary>The day, from whoever has it as a day already.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The counts, each name once.</summary>
    public IReadOnlyList<CountInput> Counts { get; set; } = [];

    /// <summary>The statuses, each name once.</summary>
    public IReadOnlyList<StatusInput> Statuses { get; set; } = [];

    /// <summary>The models.</summary>
    public IReadOnlyList<ModelInput> Models { get; set; } = [];

    /// <summary>What the unit declares for its whole area, each name once.</summary>
    public IReadOnlyList<CountInput> Declared { get; set; } = [];

    /// <summary>The remark; null when none was sent.</summary>
    public string? Note { get; set; }

    /// <summary>The sequence of the report to take back; null for a report of figures.</summary>
    public WholeNumber? Withdraws { get; set; }

    /// <summary>The codes of warnings that the sender stands by.</summary>
    public IReadOnlyList<string> Confirm { get; set; } = [];

    /// <summary>True when any figure is stated.</summary>
    public bool StatesFigures => Counts.Count > 0 || Statuses.Count > 0 || Models.Count > 0 || Declared.Count > 0;
}
