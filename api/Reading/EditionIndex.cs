using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Aggregation.Domain.Units;

namespace Aggregation.Api.Reading;

/// <summary>What reading an edition needs again and again, worked out once: denominators, orders, searchable names.</summary>
public sealed class EditionIndex
{
    private static readonly ConditionalWeakTable<Edition, EditionIndex> Known = [];

    private readonly Edition edition;
    private readonly int levels;
    private readonly int[] below;
    private readonly Lazy<string[]> names;

    private EditionIndex(Edition edition)
    {
        this.edition = edition;
        levels = edition.LevelCounts.Length;
        below = CountBelow(edition, levels);
        InOrder = [.. Enumerable.Range(0, edition.Units.Length)
            .OrderBy(index => edition.Units[index].Level)
            .ThenBy(index => edition.Units[index].Code, StringComparer.Ordinal)];
        names = new(() => [.. edition.Units.Select(unit => PlainText.Of(unit.Name))], LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>All indices, upper levels first, in code order within a level.</summary>
    public ImmutableArray<int> InOrder { get; }

    /// <summary>The index of an edition, made the first time it is asked for.</summary>
    public static EditionIndex Of(Edition edition) => Known.GetValue(edition, static edition => new EditionIndex(edition));

    /// <summary>How many units of a level lie strictly below a unit.</summary>
    public int CountBelow(int index, int level) => level < levels ? below[(index * levels) + level] : 0;

    /// <summary>The levels that exist strictly below a unit, nearest first.</summary>
    public IEnumerable<int> LevelsBelow(int index)
    {
        for (var level = 0; level < levels; level++)
        {
            if (CountBelow(index, level) > 0)
                yield return level;
        }
    }

    /// <summary>The units of a level strictly below a unit, in code order.</summary>
    public ImmutableArray<int> UnitsBelow(int index, int level) =>
        [.. InOrder.Where(other => other != index && edition.Units[other].Level == level && edition.IsWithin(other, index))];

    /// <summary>A unit's name as <see cref="PlainText"/>.</summary>
    public string PlainName(int index) => names.Value[index];

    // Depth first, so from the last to the first every unit has its own counts ready when its parent takes them.
    private static int[] CountBelow(Edition edition, int levels)
    {
        var counts = new int[edition.Units.Length * levels];
        for (var index = edition.Units.Length - 1; index > 0; index--)
        {
            var parent = edition.ParentOf(index) * levels;
            for (var level = 0; level < levels; level++)
                counts[parent + level] += counts[(index * levels) + level];
            counts[parent + edition.Units[index].Level]++;
        }

        return counts;
    }
}
