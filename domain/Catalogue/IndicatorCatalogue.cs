using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Aggregation.Domain.Catalogue;

/// <summary>
/// What can be reported: levels, indicators, kinds of model. Read from <c>seeds/catalogue.json</c> by <see cref="CatalogueFile"/>.
/// </summary>
public sealed class IndicatorCatalogue
{
    /// <summary>What a unit may declare for its whole area besides the counts: the three figures of its models.</summary>
    private static readonly ImmutableArray<string> ModelFigures = ["models", "sites", "groups"];

    private readonly FrozenDictionary<string, Indicator> byId;
    private readonly FrozenSet<string> declarable;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="levels">The levels, nation first.</param>
    /// <param name="indicators">Counts and statuses, with slots numbered within each type from 0 in this order.</param>
    /// <param name="modelKinds">The kinds of model.</param>
    public IndicatorCatalogue(ImmutableArray<Level> levels, ImmutableArray<Indicator> indicators, ImmutableArray<ModelKind> modelKinds)
    {
        Levels = levels;
        Indicators = indicators;
        ModelKinds = modelKinds;
        Counts = [.. indicators.Where(indicator => indicator.Type == IndicatorType.Count)];
        Statuses = [.. indicators.Where(indicator => indicator.Type == IndicatorType.Status)];
        byId = indicators.ToFrozenDictionary(indicator => indicator.Id, StringComparer.Ordinal);
        Parts = [.. Counts.Where(count => count.Of is not null).Select(part => (part, byId[part.Of!]))];
        Rules = new RulesInForce(Levels, Counts, Statuses);
        declarable = ModelFigures.Concat(Counts.Select(indicator => indicator.Id)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The levels, nation first; a level's number is its place here.</summary>
    public ImmutableArray<Level> Levels { get; }

    /// <summary>All indicators, in the order in which people list them.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>The counts; <see cref="Indicator.Slot"/> is the place here.</summary>
    public ImmutableArray<Indicator> Counts { get; }

    /// <summary>The counts that count a part of what another one counts, each with that whole.</summary>
    public ImmutableArray<(Indicator Part, Indicator Whole)> Parts { get; }

    /// <summary>The statuses; <see cref="Indicator.Slot"/> is the place here.</summary>
    public ImmutableArray<Indicator> Statuses { get; }

    /// <summary>The kinds of model; a kind's number is its place here.</summary>
    public ImmutableArray<ModelKind> ModelKinds { get; }

    /// <summary>How many models there may be.</summary>
    public ModelLimits ModelLimits { get; init; } = new();

    /// <summary>The rules that are applied.</summary>
    public RulesInForce Rules { get; }

    /// <summary>The names that <c>declared</c> may use.</summary>
    public IReadOnlySet<string> Declarable => declarable;

    /// <summary>The indicator of that name, or null.</summary>
    public Indicator? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The number of a level by name, or −1.</summary>
    public int LevelOf(string id)
    {
        for (var level = 0; level < Levels.Length; level++)
        {
            if (string.Equals(Levels[level].Id, id, StringComparison.Ordinal))
                return level;
        }

        return -1;
    }

    /// <summary>The number of a kind of model by name, or −1.</summary>
    public int ModelKindOf(string id)
    {
        for (var kind = 0; kind < ModelKinds.Length; kind++)
        {
            if (string.Equals(ModelKinds[kind].Id, id, StringComparison.Ordinal))
                return kind;
        }

        return -1;
    }
}
