using System;
using System.Collections.Immutable;

namespace Aggregation.Domain.Catalogue;

/// <summary>Something every unit of certain levels can report: a count (khu dân cư …) or a status (kiện toàn Ban chỉ đạo …).</summary>
public sealed record Indicator
{
    /// <summary>The name in the API and in the ledger: <c>committee</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Count or status.</summary>
    public required IndicatorType Type { get; init; }

    /// <summary>Its number among the indicators of the same type, in the catalogue's order.</summary>
    public required int Slot { get; init; }

    /// <summary>The numbers of the levels it applies to, nation first.</summary>
    public required ImmutableArray<int> Levels { get; init; }

    /// <summary>A status' states, from none to complete; empty for a count.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>The state that a headline counts; null for a count.</summary>
    public string? Complete { get; init; }

    /// <summary>The count that this one is a part of (<c>agencies</c> of <c>safe-agencies</c>) and may not exceed; null if none.</summary>
    public string? Of { get; init; }

    /// <summary>What people call it; of a status, the words after "62/63" in a headline.</summary>
    public required Label Label { get; init; }

    /// <summary>What people call each state, in the order of <see cref="States"/>.</summary>
    public ImmutableArray<Label> StateLabels { get; init; } = [];

    /// <summary>The rules that find reports of it unusual, each code at most once; those that are off included.</summary>
    public ImmutableArray<IndicatorRule> Rules { get; init; } = [];

    /// <summary>True when units of that level may report it.</summary>
    public bool AppliesTo(int level) => Levels.Contains(level);

    /// <summary>The number of a state, or −1.</summary>
    public int StateOf(string state) => States.IndexOf(state, StringComparer.Ordinal);
}
