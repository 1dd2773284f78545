using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Tests.Fuzzing;

/// <summary>
/// Makes new inputs from good ones: bytes change, pieces go, come twice, move or are taken from another, and tokens that mean trouble are
/// put in.
/// </summary>
/// <param name="seeds">The good inputs.</param>
/// <param name="tokens">What means trouble.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> tokens)
{
    private const int MostMutations = 4;
    private const int LongestPiece = 64;

    /// <summary>The next input.</summary>
    public byte[] Next(Random random) => Mutate(seeds[random.Next(seeds.Count)], random);

    /// <summary>An input made from this one.</summary>
    public byte[] Mutate(byte[] input, Random random)
    {
        var bytes = input.ToList();
        for (var left = 1 + (int)(random.NextDouble() * random.NextDouble() * MostMutations); left > 0; left--)
            MutateOnce(bytes, random);
        return [.. bytes];
    }

    private void MutateOnce(List<byte> bytes, Random random)
    {
        var place = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, LongestPiece), bytes.Count - place);
        var token = tokens[random.Next(tokens.Count)];
        switch (random.Next(9))
        {
            case 0 when length > 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when length > 0:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(place, length);
                break;
            case 3:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 4:
                var moved = bytes.GetRange(place, length);
                bytes.RemoveRange(place, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                break;
            case 5:
                var other = seeds[random.Next(seeds.Count)];
                var start = random.Next(other.Length + 1);
                bytes.InsertRange(place, other.Skip(start).Take(random.Next(LongestPiece)));
                break;
            case 6:
                bytes.InsertRange(place, token);
                break;
            default:
                ReplaceWord(bytes, place, token);
                break;
        }
    }

    // A whole number, name or value gives way, so that what is left is still of the right shape more often than not.
    private static void ReplaceWord(List<byte> bytes, int place, byte[] token)
    {
        var end = place;
        while (end < bytes.Count && IsOfWord(bytes[end]))
            end++;
        while (place > 0 && IsOfWord(bytes[place - 1]))
            place--;
        bytes.RemoveRange(place, end - place);
        bytes.InsertRange(place, token);
    }

    private static bool IsOfWord(byte letter) =>
        letter is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'-' or >= 0x80;
}
