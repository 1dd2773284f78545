using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Aggregation.Ledger.Seals;

namespace Aggregation.Api.Verification;

/// <summary>Compares rows, by unit and sequence, with their seals and with the signed heads. Used by one thread.</summary>
/// <param name="epochs">Which key each row must be sealed with.</param>
/// <param name="identities">Whom the ids of units stand for.</param>
/// <param name="heads">The signed heads.</param>
/// <param name="faults">Told what is wrong.</param>
internal sealed class ChainCheck(
    ChainEpochs epochs,
    IReadOnlyDictionary<long, UnitIdentity> identities,
    IReadOnlyDictionary<int, SealedHead> heads,
    ChainFaults faults)
{
    private static readonly byte[][] None = [[]];

    private readonly HashSet<long> unseen = [.. epochs.Units, .. heads.Keys.Select(unit => (long)unit)];
    private UnitIdentity identity = UnitIdentity.Unknown;
    private SealedHead? head;
    private long unit = long.MinValue;
    private long unsealed;
    private long next;
    // What the row before may have been sealed with: more than one only where that one is not as it was.
    private byte[][] before = None;
    private bool isBeforeInDoubt;

    /// <summary>How many rows were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>How many of them are from before the ledger was sealed: nothing is known of them.</summary>
    public long Unsealed { get; private set; }

    /// <summary>Compares the next row.</summary>
    public void Take(StoredRow row)
    {
        if (row.Unit != unit)
            Begin(row.Unit);
        Rows++;
        // No silo ever numbered a row so, and no gap is counted up to such a number.
        if (row.Sequence is <= 0 or > int.MaxValue)
        {
            faults.Add(unit, row.Sequence, row.Sequence, ChainFault.Changed);
            return;
        }

        if (row.Sequence > next)
            Miss(row.Sequence);
        next = row.Sequence + 1;
        if (row.Sequence <= unsealed)
            TakeUnsealed(row);
        else
            TakeSealed(row);
    }

    /// <summary>Says that there are no more rows.</summary>
    public void End()
    {
        EndUnit();
        foreach (var missing in unseen.Order().ToArray())
        {
            Begin(missing);
            EndUnit();
        }
    }

    private void Begin(long row)
    {
        EndUnit();
        unit = row;
        unseen.Remove(row);
        next = 1;
        (before, isBeforeInDoubt) = (None, false);
        unsealed = epochs.LastUnsealed(row);
        identity = identities.GetValueOrDefault(row) ?? UnitIdentity.Unknown;
        head = row is >= 0 and <= int.MaxValue ? heads.GetValueOrDefault((int)row) : null;
    }

    private void EndUnit()
    {
        if (unit == long.MinValue)
            return;
        var last = Math.Max(epochs.LastBefore(unit), head?.Sequence ?? 0);
        if (next <= last)
            faults.Add(unit, next, last, ChainFault.Missing);
        unit = long.MinValue;
    }

    private void Miss(long sequence)
    {
        faults.Add(unit, next, sequence - 1, ChainFault.Missing);
        before = sequence - 1 <= unsealed ? None : head?.Sequence == sequence - 1 ? [head.Seal] : [];
        isBeforeInDoubt = before.Length == 0;
    }

    private void TakeUnsealed(StoredRow row)
    {
        Unsealed++;
        (before, isBeforeInDoubt) = (None, false);
        if (row.Seal is not null)
            faults.Add(unit, row.Sequence, row.Sequence, ChainFault.Changed);
        else if (row.Sequence == head?.Sequence)
            faults.Add(unit, row.Sequence, row.Sequence, ChainFault.Unsealed);
    }

    private void TakeSealed(StoredRow row)
    {
        if (!epochs.TryGetSealer(unit, row.Sequence, out var sealer))
        {
            Fault(row, ChainFault.UnknownKey, []);
            return;
        }

        var possible = before.Select(previous => SealOf(sealer, row, previous)).ToArray();
        if (row.Seal is null)
            Fault(row, ChainFault.Unsealed, possible);
        else if (possible.Any(seal => CryptographicOperations.FixedTimeEquals(seal, row.Seal)))
            Prove(row);
        else
            Fault(row, isBeforeInDoubt ? ChainFault.Unproved : ChainFault.Changed, possible);
    }

    private void Prove(StoredRow row)
    {
        (before, isBeforeInDoubt) = ([row.Seal!], false);
        if (head?.Sequence == row.Sequence && !head.Seal.AsSpan().SequenceEqual(row.Seal))
            faults.Add(unit, row.Sequence, row.Sequence, ChainFault.Replaced);
    }

    // The row that follows was sealed after the seal that is stored here, or after the one that was here before somebody changed it.
    private void Fault(StoredRow row, string fault, byte[][] possible)
    {
        faults.Add(unit, row.Sequence, row.Sequence, fault);
        var stored = row.Seal is { Length: RowSealer.Length } seal ? seal : [];
        (before, isBeforeInDoubt) = ([stored, .. possible.Take(1)], true);
    }

    private byte[] SealOf(RowSealer sealer, StoredRow row, byte[] previous)
    {
        var seal = new byte[RowSealer.Length];
        sealer.Seal(row.Of(identity), previous, seal);
        return seal;
    }
}
