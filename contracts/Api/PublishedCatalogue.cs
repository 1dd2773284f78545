using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /catalogue</c>: what can be reported in an edition.</summary>
public sealed record PublishedCatalogue
{
    /// <summary>The list of units.</summary>
    public required string Edition { get; init; }

    /// <summary>True while the list holds simulated units, or the ledger is a demonstration.</summary>
    public required bool Simulated { get; init; }

    /// <summary>The levels that the edition has, nation first.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>What people call the levels.</summary>
    public required IReadOnlyDictionary<string, Translated> LevelLabels { get; init; }

    /// <summary>The indicators, in the order in which people list them.</summary>
    public required IReadOnlyList<PublishedIndicator> Indicators { get; init; }

    /// <summary>The rules that find a report unusual, those that are off left out.</summary>
    public IReadOnlyList<PublishedRule> Rules { get; init; } = [];

    /// <summary>The kinds of model.</summary>
    public required IReadOnlyList<string> ModelKinds { get; init; }

    /// <summary>What people call the kinds of model.</summary>
    public required IReadOnlyDictionary<string, Translated> ModelKindLabels { get; init; }
}
