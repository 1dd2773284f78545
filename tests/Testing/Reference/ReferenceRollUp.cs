using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Reference;

/// <summary>
/// Every figure of a unit's roll-up in plain collections. Compared as text (<see cref="ToString"/>), one figure a line, so
/// that a failed comparison names the figure.
/// </summary>
public sealed record ReferenceRollUp
{
    /// <summary>The unit's code.</summary>
    public required string Code { get; init; }

    /// <summary>Each count: the unit's own value and the total.</summary>
    public SortedDictionary<string, (long Own, long Total)> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The models with at least one site, in any order.</summary>
    public List<ReferenceModel> Models { get; } = [];

    /// <summary>The sites of all models.</summary>
    public long Sites { get; set; }

    /// <summary>The groups of all models.</summary>
    public long Groups { get; set; }

    /// <summary>What the unit declares.</summary>
    public SortedDictionary<string, long> Declared { get; } = new(StringComparer.Ordinal);

    /// <summary>The unit's own states; a status it never reported, or cannot report, is absent.</summary>
    public SortedDictionary<string, string> OwnStates { get; } = new(StringComparer.Ordinal);

    /// <summary>By "status/level": how many units strictly below are in each state, <c>unreported</c> and <c>total</c> included.</summary>
    public SortedDictionary<string, SortedDictionary<string, long>> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>By level: how many units strictly below have a figure that stands, of how many.</summary>
    public SortedDictionary<string, (long Reported, long Total)> Reporting { get; } = new(StringComparer.Ordinal);

    /// <summary>The latest day that a standing report of the area speaks of.</summary>
    public DateOnly? LastReportedOn { get; set; }

    /// <summary>When the newest row of the area was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line($"{Code} lastReportedOn {LastReportedOn:yyyy-MM-dd} recordedAt {RecordedAt:O}");
        foreach (var (id, (own, total)) in Counts)
            Line($"count {id} {own}/{total}");
        Line($"models {Models.Count} sites {Sites} groups {Groups}");
        foreach (var model in Models.OrderBy(model => ReferenceName.Key(model.Name), StringComparer.Ordinal))
        {
            var kinds = string.Join(' ', model.Kinds.Order(StringComparer.Ordinal));
            Line($"model '{model.Name}' [{kinds}] sites {model.Sites} groups {model.Groups} units {model.Units}");
        }

        foreach (var (id, value) in Declared)
            Line($"declared {id} {value}");
        foreach (var (id, state) in OwnStates)
            Line($"own {id} {state}");
        foreach (var (id, states) in Statuses)
            Line($"status {id} {string.Join(' ', states.Select(state => $"{state.Key}:{state.Value}"))}");
        foreach (var (level, (reported, total)) in Reporting)
            Line($"reporting {level} {reported}/{total}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
