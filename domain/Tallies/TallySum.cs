using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Aggregation.Domain.Tallies;

/// <summary>
/// The running subtotal of a unit: its own part (part 0) and one part for each child. A part is replaced whole,
/// <c>total += new − old</c>, so a repeat changes nothing and an older part never displaces a newer one.
/// Not safe for concurrent use: it belongs to one grain or one fold.
/// </summary>
public sealed class TallySum
{
    private readonly Tally[] parts;
    private readonly long[] cells;
    private readonly List<ModelTally> models = [];
    private readonly int generation;
    private long rows;
    private int corrections;

    /// <summary>Starts from nothing.</summary>
    /// <param name="layout">The layout of every part.</param>
    /// <param name="generation">The generation of the edition that says which parts there are.</param>
    /// <param name="children">How many children the unit has.</param>
    public TallySum(TallyLayout layout, int generation, int children)
    {
        ArgumentNullException.ThrowIfNull(layout);
        this.generation = generation;
        cells = new long[layout.Length];
        parts = new Tally[children + 1];
        Array.Fill(parts, Tally.Empty(layout, generation));
    }

    /// <summary>The part of the unit itself.</summary>
    public const int Own = 0;

    /// <summary>How new the sum is.</summary>
    public TallyVersion Version => new(generation, rows, corrections);

    /// <summary>The number of parts: the children and the unit itself.</summary>
    public int PartCount => parts.Length;

    /// <summary>The part of the child at that place, from 0, in the registry's order.</summary>
    public static int OfChild(int place) => place + 1;

    /// <summary>A part as it stands.</summary>
    public Tally Part(int part) => parts[part];

    /// <summary>Replaces a part if the new one is newer and of this generation; otherwise nothing changes.</summary>
    /// <returns>True when the sum changed.</returns>
    public bool Replace(int part, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var known = parts[part].Version;
        if (tally.Version.Generation != generation || !tally.Version.Supersedes(known))
            return false;

        // What a part was corrected to is remembered, whoever fills it next, so that the sum's own number never falls.
        if (tally.Version.Correction < known.Correction)
            tally = tally with { Version = tally.Version with { Correction = known.Correction } };
        corrections = Math.Min(TallyVersion.MaxCorrection, corrections + tally.Version.Correction - known.Correction);
        Put(part, tally);
        return true;
    }

    /// <summary>
    /// Puts what the ledger says in the place of a part that said something else, also fewer rows; the sum counts the correction.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="tally">The ledger's, of this generation.</param>
    public void Correct(int part, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (tally.Version.Generation != generation)
            throw new ArgumentException(
                $"A tally of generation {tally.Version.Generation} cannot stand in a sum of generation {generation}.",
                nameof(tally));
        Put(part, tally with { Version = tally.Version with { Correction = parts[part].Version.Correction } });
        corrections = Math.Min(TallyVersion.MaxCorrection, corrections + 1);
    }

    private void Put(int part, Tally tally)
    {
        var old = parts[part];
        parts[part] = tally;
        rows += tally.Version.Rows - old.Version.Rows;
        var before = old.Cells.AsSpan();
        var after = tally.Cells.AsSpan();
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] += after[cell] - before[cell];
        ReplaceModels(old.Models, tally.Models);
    }

    /// <summary>The sum as it stands now.</summary>
    public Tally ToTally()
    {
        if (parts.Length == 1)
            return parts[Own];
        DateOnly? lastReportedOn = null;
        DateTimeOffset? recordedAt = null;
        foreach (var part in parts)
        {
            if (part.LastReportedOn is { } day && !(day <= lastReportedOn))
                lastReportedOn = day;
            if (part.RecordedAt is { } instant && !(instant <= recordedAt))
                recordedAt = instant;
        }

        return new Tally
        {
            Version = Version,
            Cells = ImmutableArray.Create(cells),
            Models = [.. models],
            LastReportedOn = lastReportedOn,
            OwnLastReportedOn = parts[Own].OwnLastReportedOn,
            RecordedAt = recordedAt,
        };
    }

    // Both lists are sorted by normal name: one walk finds what went, came or changed.
    private void ReplaceModels(ImmutableArray<ModelTally> old, ImmutableArray<ModelTally> now)
    {
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && ReferenceEquals(old[i], now[j]))
            {
                i++;
                j++;
                continue;
            }

            var order = i == old.Length ? 1 : j == now.Length ? -1 : string.CompareOrdinal(old[i].NormalName, now[j].NormalName);
            if (order < 0)
                ReplaceModel(old[i++], null);
            else if (order > 0)
                ReplaceModel(null, now[j++]);
            else
                ReplaceModel(old[i++], now[j++]);
        }
    }

    private void ReplaceModel(ModelTally? old, ModelTally? now)
    {
        if (old is not null && old.Equals(now))
            return;

        var name = (now ?? old)!.NormalName;
        var place = NamedModels.Find<ModelTally>(CollectionsMarshal.AsSpan(models), name);
        if (place < 0)
        {
            models.Insert(~place, now!);
            return;
        }

        var current = models[place];
        var units = current.Units + (now?.Units ?? 0) - (old?.Units ?? 0);
        if (units == 0)
        {
            models.RemoveAt(place);
            return;
        }

        var spelled = current;
        if (old is not null && old.IsSpelledAs(current) && (now is null || !now.IsSpelledAs(old)))
            spelled = FirstSpelled(name);
        else if (now is not null && now.IsSpelledBefore(current))
            spelled = now;

        models[place] = current with
        {
            Name = spelled.Name,
            FirstRecordedAt = spelled.FirstRecordedAt,
            Sites = current.Sites + (now?.Sites ?? 0) - (old?.Sites ?? 0),
            Groups = current.Groups + (now?.Groups ?? 0) - (old?.Groups ?? 0),
            Units = units,
            Kinds = AddKinds(current.Kinds, now, old),
        };
    }

    private static ImmutableArray<int> AddKinds(ImmutableArray<int> current, ModelTally? plus, ModelTally? minus)
    {
        var kinds = ImmutableArray.CreateBuilder<int>(current.Length);
        for (var kind = 0; kind < current.Length; kind++)
            kinds.Add(current[kind] + (plus?.Kinds[kind] ?? 0) - (minus?.Kinds[kind] ?? 0));
        return kinds.MoveToImmutable();
    }

    // The first spelling cannot be subtracted: when the part that gave it changes, the parts are asked again.
    private ModelTally FirstSpelled(string normalName)
    {
        ModelTally? first = null;
        foreach (var part in parts)
        {
            var place = NamedModels.Find(part.Models.AsSpan(), normalName);
            if (place >= 0 && (first is null || part.Models[place].IsSpelledBefore(first)))
                first = part.Models[place];
        }

        return first!;
    }
}
