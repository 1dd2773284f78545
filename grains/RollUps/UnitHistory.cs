using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// What a unit remembers of its own rows: the figures that stand, every idempotency key, and what was withdrawn. What old rows said is
/// not remembered: only whether a key may be one of theirs. Changes only by rows that are in the ledger. Belongs to one grain.
/// </summary>
/// <param name="layout">The layout of the tallies.</param>
internal sealed class UnitHistory(TallyLayout layout)
{
    // Who repeats a report mostly does so at once.
    private const int MostRecent = 16;

    private readonly KeyIndex keys = new();
    private readonly Queue<KeyUse> recent = new();
    private readonly Dictionary<int, int> withdrawnBy = [];
    private readonly HashSet<int> withdrawals = [];

    /// <summary>The figures that stand.</summary>
    public UnitFold Fold { get; private set; } = new(layout);

    /// <summary>The last sequence.</summary>
    public int Rows { get; private set; }

    /// <summary>The latest effective day of any row.</summary>
    public DateOnly LatestDay { get; private set; } = DateOnly.MinValue;

    /// <summary>The row that used a key first, or null.</summary>
    /// <param name="key">The key's digest.</param>
    /// <param name="rows">The unit's rows, where <see cref="NeedsRows"/> says so; otherwise they may be null.</param>
    public KeyUse? Find(UInt128 key, IReadOnlyList<LedgerRow>? rows)
    {
        if (!keys.MayHave(key))
            return null;
        if (FindRecent(key) is { } use)
            return use;
        KeyUse? first = null;
        foreach (var sequence in keys.Find(key))
        {
            // What was recorded since the rows were read is judged again where it is recorded.
            if (sequence > first?.Sequence || RowOf(sequence, rows!) is not { } row)
                continue;
            if (ReportDigest.OfKey(row.IdempotencyKey) == key)
                first = new KeyUse(sequence, key, ReportDigest.OfContent(row.EffectiveOn, row.Figures, row.Withdraws));
        }

        return first;
    }

    /// <summary>True when only the unit's rows can tell whether a key was used, and what for.</summary>
    public bool NeedsRows(UInt128 key) => keys.MayHave(key) && FindRecent(key) is null;

    /// <summary>The sequence of the withdrawal of a row, or null.</summary>
    public int? WithdrawnBy(int sequence) => withdrawnBy.TryGetValue(sequence, out var by) ? by : null;

    /// <summary>True when the row of that sequence is itself a withdrawal.</summary>
    public bool IsWithdrawal(int sequence) => withdrawals.Contains(sequence);

    /// <summary>Takes the next row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="digests">Its report's digests where they are known already.</param>
    public void Add(LedgerRow row, ReportDigests? digests = null)
    {
        Remember(row, digests);
        Fold.Add(row);
    }

    /// <summary>Takes the next rows when one of them withdraws an earlier one: what stands is folded anew from all rows.</summary>
    /// <param name="all">Every row of the unit, old and new, each with the withdrawal that the ledger knew when it was read.</param>
    public void Refold(IReadOnlyList<LedgerRow> all)
    {
        foreach (var row in all.Skip(Rows))
            Remember(row, null);
        Fold = new UnitFold(layout);
        foreach (var row in all)
            Fold.Add(row with { WithdrawnBy = WithdrawnBy(row.Sequence) });
    }

    private void Remember(LedgerRow row, ReportDigests? digests)
    {
        Rows = row.Sequence;
        if (row.EffectiveOn > LatestDay)
            LatestDay = row.EffectiveOn;
        var key = digests?.Key ?? ReportDigest.OfKey(row.IdempotencyKey);
        // Rows of one key, which another program may have written, are one use: the first. Of one that is not recent the rows tell.
        if (FindRecent(key) is null)
        {
            var isKnown = keys.MayHave(key);
            keys.Add(key, row.Sequence);
            if (!isKnown && recent.Count == MostRecent)
                recent.Dequeue();
            if (!isKnown)
                recent.Enqueue(new KeyUse(
                row.Sequence,
                key,
                digests?.Content ?? ReportDigest.OfContent(row.EffectiveOn, row.Figures, row.Withdraws)));
        }

        if (row.Withdraws is { } withdrawn)
        {
            withdrawals.Add(row.Sequence);
            withdrawnBy.TryAdd(withdrawn, row.Sequence);
        }
    }

    // In a ledger that somebody has cut a row is not where its number says.
    private static LedgerRow? RowOf(int sequence, IReadOnlyList<LedgerRow> rows)
    {
        var place = Math.Min(sequence, rows.Count) - 1;
        while (place >= 0 && rows[place].Sequence > sequence)
            place--;
        return place >= 0 && rows[place].Sequence == sequence ? rows[place] : null;
    }

    private KeyUse? FindRecent(UInt128 key)
    {
        foreach (var use in recent)
        {
            if (use.Key == key)
                return use;
        }

        return null;
    }

    /// <summary>The first use of an idempotency key.</summary>
    /// <param name="Sequence">The row's sequence.</param>
    /// <param name="Key">The key's digest.</param>
    /// <param name="Content">The digest of what the row says.</param>
    internal readonly record struct KeyUse(int Sequence, UInt128 Key, UInt128 Content);
}
