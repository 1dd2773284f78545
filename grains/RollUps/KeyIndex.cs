using System;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// The first use of every idempotency key of a unit, in 20 bytes each: half of the key's digest, half of the content's, and the row's
/// sequence. A repeat is known by both halves, 128 bits together. Two keys that share their half are taken for one: by chance not in the
/// life of the system, and whoever makes two on purpose has the second of their own reports refused. Belongs to one grain.
/// </summary>
internal sealed class KeyIndex
{
    private const int FewestSlots = 8;

    // Open addressing; a sequence of 0 is an empty slot.
    private ulong[] keys = new ulong[FewestSlots];
    private ulong[] contents = new ulong[FewestSlots];
    private int[] sequences = new int[FewestSlots];
    private int count;

    /// <summary>The first use of a key, or null.</summary>
    /// <param name="key">The key's digest.</param>
    public KeyUse? Find(UInt128 key)
    {
        var slot = SlotOf(KeyUse.HalfOf(key));
        return sequences[slot] == 0 ? null : new KeyUse(sequences[slot], contents[slot]);
    }

    /// <summary>Takes a use, unless the key was used before.</summary>
    /// <param name="key">The key's digest.</param>
    /// <param name="use">The row's sequence, at least 1, and its content.</param>
    public void TryAdd(UInt128 key, KeyUse use)
    {
        // Four fifths at most, and half as much again when it grows: thousands of units have one.
        if ((count + 1) * 5L > keys.Length * 4L)
            Grow();
        var half = KeyUse.HalfOf(key);
        var slot = SlotOf(half);
        if (sequences[slot] != 0)
            return;
        (keys[slot], contents[slot], sequences[slot]) = (half, use.Content, use.Sequence);
        count++;
    }

    // Where a key is, or else would be put.
    private int SlotOf(ulong key)
    {
        // The half is of a cryptographic hash, and so as evenly spread as can be.
        var slot = (int)Math.BigMul(key, (ulong)keys.Length, out _);
        while (sequences[slot] != 0 && keys[slot] != key)
            slot = slot + 1 == keys.Length ? 0 : slot + 1;
        return slot;
    }

    private void Grow()
    {
        var (oldKeys, oldContents, oldSequences) = (keys, contents, sequences);
        var length = oldKeys.Length + (oldKeys.Length / 2);
        (keys, contents, sequences) = (new ulong[length], new ulong[length], new int[length]);
        for (var old = 0; old < oldKeys.Length; old++)
        {
            if (oldSequences[old] == 0)
                continue;
            var slot = SlotOf(oldKeys[old]);
            (keys[slot], contents[slot], sequences[slot]) = (oldKeys[old], oldContents[old], oldSequences[old]);
        }
    }
}
