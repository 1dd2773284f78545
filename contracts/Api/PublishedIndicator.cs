using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>Something that units of certain levels can report.</summary>
public sealed record PublishedIndicator
{
    /// <summary>Its name in the API.</summary>
    public required string Id { get; init; }

    /// <summary><c>count</c> or <c>status</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The levels whose units report it, of those that the edition has.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>A status' states, from none to complete; empty for a count.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>The state that a headline counts; null for a count.</summary>
    public string? Complete { get; init; }

    /// <summary>The count that this one is a part of; null if none.</summary>
    public string? Of { get; init; }

    /// <summary>What people call it.</summary>
    public required Translated Label { get; init; }

    /// <summary>What people call each state.</summary>
    public required IReadOnlyDictionary<string, Translated> StateLabels { get; init; }
}
