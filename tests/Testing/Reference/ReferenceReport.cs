using System;
using System.Collections.Generic;

namespace Aggregation.Testing.Reference;

/// <summary>One accepted report, as plain as it can be.</summary>
public sealed record ReferenceReport
{
    /// <summary>The unit's code.</summary>
    public required string Unit { get; init; }

    /// <summary>1, 2, 3 … within the unit.</summary>
    public required int Sequence { get; init; }

    /// <summary>The day it speaks of.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The sequence it takes back; null for a report of figures.</summary>
    public int? Withdraws { get; init; }

    /// <summary>Counts by indicator.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>States by indicator.</summary>
    public IReadOnlyDictionary<string, string> Statuses { get; init; } = new Dictionary<string, string>();

    /// <summary>Models.</summary>
    public IReadOnlyList<ReferenceModel> Models { get; init; } = [];

    /// <summary>Declared figures by name.</summary>
    public IReadOnlyDictionary<string, long> Declared { get; init; } = new Dictionary<string, long>();
}
