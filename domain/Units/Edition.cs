using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Aggregation.Domain.Units;

/// <summary>
/// One official list of units (danh mục đơn vị hành chính) as a tree. Immutable: an import makes a new one of the next generation.
/// Units stand in depth-first order with children in code order, so that everything below a unit is one contiguous range.
/// </summary>
public sealed class Edition
{
    private readonly FrozenDictionary<string, int> indexByCode;
    private readonly int[] ends;
    private readonly int[] parents;
    private readonly int[][] children;

    /// <summary>Builds the tree.</summary>
    /// <param name="name">The edition's name: <c>2023</c>.</param>
    /// <param name="generation">1 for the first list, one more for every import that changed something.</param>
    /// <param name="units">The units, in any order; exactly one without a parent, every other one's parent among them.</param>
    /// <exception cref="ArgumentException">The units are not one tree, or a code stands twice.</exception>
    public Edition(string name, int generation, IEnumerable<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Name = name;
        Generation = generation;

        var given = units.ToArray();
        var byParent = given.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!, StringComparer.Ordinal);
        var roots = given.Where(unit => unit.Parent is null).ToArray();
        if (roots.Length != 1)
            throw new ArgumentException($"An edition has one unit without a parent; this list has {roots.Length}.", nameof(units));
        if (given.CountBy(unit => unit.Code, StringComparer.Ordinal).FirstOrDefault(code => code.Value > 1) is { Key: { } code })
            throw new ArgumentException($"The code {code} stands twice.", nameof(units));
        if (given.CountBy(unit => unit.Id).FirstOrDefault(id => id.Value > 1) is { Value: > 1, Key: var id })
            throw new ArgumentException($"The id {id} stands twice.", nameof(units));

        var ordered = ImmutableArray.CreateBuilder<Unit>(given.Length);
        ends = new int[given.Length];
        parents = new int[given.Length];
        children = new int[given.Length][];
        Place(roots[0], -1);
        if (ordered.Count != given.Length)
            throw new ArgumentException(
                $"{given.Length - ordered.Count} of {given.Length} units cannot be reached from {roots[0].Code}.",
                nameof(units));

        Units = ordered.MoveToImmutable();
        indexByCode = Units.Select((unit, index) => KeyValuePair.Create(unit.Code, index)).ToFrozenDictionary(StringComparer.Ordinal);
        HighestId = Units.Max(unit => unit.Id);
        IndexById = BuildIndexById(Units, HighestId);
        Simulated = Units.Any(unit => unit.Simulated);
        LevelCounts = CountLevels();

        int Place(Unit unit, int parent)
        {
            var index = ordered.Count;
            if (index == given.Length)
                throw new ArgumentException($"The units above {unit.Code} form a circle.", nameof(units));
            ordered.Add(unit);
            parents[index] = parent;
            children[index] =
                [.. byParent[unit.Code].OrderBy(child => child.Code, StringComparer.Ordinal).Select(child => Place(child, index))];
            ends[index] = ordered.Count;
            return index;
        }
    }

    /// <summary>The edition's name: <c>2023</c>.</summary>
    public string Name { get; }

    /// <summary>Raised by every import that changes something; part of every tally's version.</summary>
    public int Generation { get; }

    /// <summary>All units, depth first, children in code order; <c>Units[0]</c> is the nation.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>The greatest <see cref="Unit.Id"/> of the edition.</summary>
    public int HighestId { get; }

    /// <summary>The index of each unit by its <see cref="Unit.Id"/>; −1 where no unit of this edition has that id.</summary>
    public ImmutableArray<int> IndexById { get; }

    /// <summary>True while any unit is simulated.</summary>
    public bool Simulated { get; }

    /// <summary>How many units there are at each level, nation first.</summary>
    public ImmutableArray<int> LevelCounts { get; }

    /// <summary>The index of the unit with this code, or −1.</summary>
    public int IndexOf(string code) => indexByCode.TryGetValue(code, out var index) ? index : -1;

    /// <summary>The unit with this code, or null.</summary>
    public Unit? Find(string code) => indexByCode.TryGetValue(code, out var index) ? Units[index] : null;

    /// <summary>The index of the unit directly above; −1 for the nation.</summary>
    public int ParentOf(int index) => parents[index];

    /// <summary>The unit directly below the nation that a unit is or lies in; the nation for itself.</summary>
    public int ProvinceOf(int index)
    {
        while (index > 0 && parents[index] > 0)
            index = parents[index];
        return index;
    }

    /// <summary>The indices of the units directly below, in code order.</summary>
    public ReadOnlySpan<int> ChildrenOf(int index) => children[index];

    /// <summary>
    /// The first index after the unit and all that is below it: the area of <paramref name="index"/> is <c>[index, EndOf(index))</c>.
    /// </summary>
    public int EndOf(int index) => ends[index];

    /// <summary>True when <paramref name="index"/> is <paramref name="area"/> or lies below it.</summary>
    public bool IsWithin(int index, int area) => index >= area && index < ends[area];

    /// <summary>The ids of a unit and of all units below it, sorted.</summary>
    public int[] IdsWithin(int area)
    {
        var ids = new int[ends[area] - area];
        for (var place = 0; place < ids.Length; place++)
            ids[place] = Units[area + place].Id;
        Array.Sort(ids);
        return ids;
    }

    /// <summary>How many units of a level lie strictly below a unit: the denominators of its roll-up.</summary>
    public int CountBelow(int index, int level)
    {
        if (index == 0)
            return level < LevelCounts.Length && level != Units[0].Level ? LevelCounts[level] : 0;

        var count = 0;
        for (var below = index + 1; below < ends[index]; below++)
        {
            if (Units[below].Level == level)
                count++;
        }

        return count;
    }

    private static ImmutableArray<int> BuildIndexById(ImmutableArray<Unit> units, int highestId)
    {
        var byId = new int[highestId + 1];
        Array.Fill(byId, -1);
        for (var index = 0; index < units.Length; index++)
            byId[units[index].Id] = index;
        return ImmutableArray.Create(byId);
    }

    private ImmutableArray<int> CountLevels()
    {
        var counts = new int[Units.Max(unit => unit.Level) + 1];
        foreach (var unit in Units)
            counts[unit.Level]++;
        return ImmutableArray.Create(counts);
    }
}
