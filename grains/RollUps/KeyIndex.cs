using System;
using System.Collections.Generic;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// Which row of a unit was the first with an idempotency key, of every key ever used, in some twenty bytes each: half of a key's digest,
/// and the row's sequence. Where it finds a row the key is perhaps that row's, which only the row itself can tell; where it finds none, the
/// key was never used. Belongs to one grain.
/// </summary>
internal sealed class KeyIndex
{
    private const int FewestSlots = 8;

    // Open addressing; a sequence of 0 is an empty slot.
    private ulong[] marks = new ulong[FewestSlots];
    private int[] sequences = new int[FewestSlots];
    private int count;

    /// <summary>The sequences of the rows whose key is perhaps this one, none where it was never used.</summary>
    /// <param name="key">The key's digest.</param>
    public IEnumerable<int> Find(UInt128 key)
    {
        var mark = MarkOf(key);
        for (var slot = SlotOf(mark); sequences[slot] != 0; slot = After(slot))
        {
            if (marks[slot] == mark)
                yield return sequences[slot];
        }
    }

    /// <summary>True when some row's key is perhaps this one.</summary>
    public bool MayHave(UInt128 key)
    {
        var mark = MarkOf(key);
        for (var slot = SlotOf(mark); sequences[slot] != 0; slot = After(slot))
        {
            if (marks[slot] == mark)
                return true;
        }

        return false;
    }

    /// <summary>Takes the key of the next row.</summary>
    /// <param name="key">The key's digest.</param>
    /// <param name="sequence">The row's, at least 1.</param>
    public void Add(UInt128 key, int sequence)
    {
        if ((count + 1) * 4 > marks.Length * 3)
            Grow();
        Put(MarkOf(key), sequence);
        count++;
    }

    private void Put(ulong mark, int sequence)
    {
        var slot = SlotOf(mark);
        while (sequences[slot] != 0)
            slot = After(slot);
        (marks[slot], sequences[slot]) = (mark, sequence);
    }

    private void Grow()
    {
        var (oldMarks, oldSequences) = (marks, sequences);
        (marks, sequences) = (new ulong[oldMarks.Length * 2], new int[oldMarks.Length * 2]);
        for (var slot = 0; slot < oldMarks.Length; slot++)
        {
            if (oldSequences[slot] != 0)
                Put(oldMarks[slot], oldSequences[slot]);
        }
    }

    // The digest is of a cryptographic hash: any bits of it are as good as any others.
    private static ulong MarkOf(UInt128 key) => (ulong)(key >> 64);

    private int SlotOf(ulong mark) => (int)(mark & (ulong)(marks.Length - 1));

    private int After(int slot) => (slot + 1) & (marks.Length - 1);
}
