using System;
using System.Collections.Generic;
using Aggregation.Testing.Reference;

namespace Aggregation.Testing.Processes;

/// <summary>A report as a province keeps it: what was sent, and the sequence it was acknowledged with.</summary>
public sealed class SentReport
{
    public required string Unit { get; init; }

    public required string Key { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public Dictionary<string, long> Counts { get; init; } = [];

    public Dictionary<string, string> Statuses { get; init; } = [];

    public List<ReferenceModel> Models { get; init; } = [];

    public Dictionary<string, long> Declared { get; init; } = [];

    public int? Withdraws { get; init; }

    public int? Sequence { get; set; }

    /// <summary>The report as the API takes it.</summary>
    public object Body => Withdraws is null
        ? new
        {
            unit = Unit,
            idempotencyKey = Key,
            effectiveOn = EffectiveOn,
            counts = Counts,
            statuses = Statuses,
            declared = Declared,
            models = Models.ConvertAll(model => new { name = model.Name, kinds = model.Kinds, sites = model.Sites, groups = model.Groups }),
        }
        : new { unit = Unit, idempotencyKey = Key, effectiveOn = EffectiveOn, withdraws = Withdraws };
}
