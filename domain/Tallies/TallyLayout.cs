using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Domain.Tallies;

/// <summary>
/// Which cell of a tally's dense vector means what: the sum of each count, how many units of each level are in each state
/// of each status, how many units of each level have reported, and the sites and groups of all models.
/// </summary>
public sealed class TallyLayout
{
    // Each is a bit of a number.
    private const int MostKinds = 64;

    private readonly ConcurrentDictionary<ulong, ImmutableArray<int>> kindVectors = new();
    private readonly int[] statusBases;
    private readonly int reportedBase;
    private readonly int levels;

    /// <summary>Lays a catalogue's cells out.</summary>
    /// <exception cref="ArgumentException">It has too many kinds of model.</exception>
    public TallyLayout(IndicatorCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (catalogue.ModelKinds.Length > MostKinds)
            throw new ArgumentException(
                $"A catalogue has at most {MostKinds} kinds of model; this one has {catalogue.ModelKinds.Length}.",
                nameof(catalogue));
        Catalogue = catalogue;
        levels = catalogue.Levels.Length;
        var next = catalogue.Counts.Length;
        statusBases = new int[catalogue.Statuses.Length];
        foreach (var status in catalogue.Statuses)
        {
            statusBases[status.Slot] = next;
            next += levels * status.States.Length;
        }

        reportedBase = next;
        Sites = next + levels;
        Groups = Sites + 1;
        Length = Groups + 1;
        Zeros = ImmutableArray.Create(new long[Length]);
    }

    /// <summary>The catalogue laid out.</summary>
    public IndicatorCatalogue Catalogue { get; }

    /// <summary>How many cells a tally has.</summary>
    public int Length { get; }

    /// <summary>The cell that sums the sites of all models.</summary>
    public int Sites { get; }

    /// <summary>The cell that sums the groups of all models.</summary>
    public int Groups { get; }

    /// <summary>1 for each kind that a model is of, in the catalogue's order; the same few vectors for all models.</summary>
    public ImmutableArray<int> KindsOf(ImmutableArray<string> kinds)
    {
        var mask = 0UL;
        foreach (var kind in kinds)
        {
            if (Catalogue.ModelKindOf(kind) is >= 0 and var number)
                mask |= 1UL << number;
        }

        return kindVectors.GetOrAdd(
            mask,
            static (set, count) => [.. Enumerable.Range(0, count).Select(number => (int)((set >> number) & 1))],
            Catalogue.ModelKinds.Length);
    }

    /// <summary>A vector of zeros.</summary>
    public ImmutableArray<long> Zeros { get; }

    /// <summary>The cell that sums a count.</summary>
    public static int Count(Indicator count) => count.Slot;

    /// <summary>The cell that counts the units of a level in a state.</summary>
    public int Status(Indicator status, int level, int state) => statusBases[status.Slot] + (level * status.States.Length) + state;

    /// <summary>The cell that counts the units of a level with at least one figure that stands.</summary>
    public int Reported(int level) => reportedBase + level;
}
