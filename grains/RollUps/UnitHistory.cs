using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// What a unit remembers of its own rows: the figures that stand, every idempotency key, and what was withdrawn.
/// Changes only by rows that are in the ledger. Belongs to one grain.
/// </summary>
/// <param name="layout">The layout of the tallies.</param>
internal sealed class UnitHistory(TallyLayout layout)
{
    private readonly KeyIndex keys = new();
    private readonly Dictionary<int, int> withdrawnBy = [];
    private readonly HashSet<int> withdrawals = [];

    /// <summary>The figures that stand.</summary>
    public UnitFold Fold { get; private set; } = new(layout);

    /// <summary>The last sequence.</summary>
    public int Rows { get; private set; }

    /// <summary>The latest effective day of any row.</summary>
    public DateOnly LatestDay { get; private set; } = DateOnly.MinValue;

    /// <summary>The row that used a key first, or null.</summary>
    public KeyUse? Find(UInt128 key) => keys.Find(key);

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
        keys.TryAdd(
            digests?.Key ?? ReportDigest.OfKey(row.IdempotencyKey),
            KeyUse.Of(row.Sequence, digests?.Content ?? ReportDigest.OfContent(row.EffectiveOn, row.Figures, row.Withdraws)));
        if (row.Withdraws is { } withdrawn)
        {
            withdrawals.Add(row.Sequence);
            withdrawnBy.TryAdd(withdrawn, row.Sequence);
        }
    }
}
