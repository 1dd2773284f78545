using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;

namespace Aggregation.Domain.Folds;

/// <summary>
/// Writes the body of a checkpoint: numbers in as few bytes as they need, seven bits each, and every text once.
/// What is written in some order is read in that order; nothing in between says what it is.
/// </summary>
internal sealed class CheckpointWriter
{
    private readonly ArrayBufferWriter<byte> body = new(4096);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>Writes a number that is never below zero.</summary>
    public void WriteCount(long value) => Write(body, checked((ulong)value));

    /// <summary>Writes a number that may be below zero; small ones of both signs are short.</summary>
    public void WriteNumber(long value) => Write(body, (ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes a text.</summary>
    public void WriteText(string text)
    {
        if (!places.TryGetValue(text, out var place))
        {
            place = texts.Count;
            places.Add(text, place);
            texts.Add(text);
        }

        WriteCount(place);
    }

    /// <summary>Writes a few texts.</summary>
    public void WriteTexts(ImmutableArray<string> some)
    {
        WriteCount(some.Length);
        foreach (var text in some)
            WriteText(text);
    }

    /// <summary>Writes a day.</summary>
    public void WriteDay(int dayNumber) => WriteNumber(dayNumber - CheckpointReader.FirstDay);

    /// <summary>Writes an instant, to the microsecond, as the ledger has them.</summary>
    public void WriteInstant(DateTimeOffset instant) =>
        WriteNumber((instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>What was written, the texts before all that speaks of them.</summary>
    /// <param name="room">How many bytes are left free before it.</param>
    public byte[] ToArray(int room)
    {
        var head = new ArrayBufferWriter<byte>(1024);
        Write(head, (ulong)texts.Count);
        foreach (var text in texts)
        {
            Write(head, (ulong)Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, head);
        }

        var whole = new byte[room + head.WrittenCount + body.WrittenCount];
        head.WrittenSpan.CopyTo(whole.AsSpan(room));
        body.WrittenSpan.CopyTo(whole.AsSpan(room + head.WrittenCount));
        return whole;
    }

    private static void Write(ArrayBufferWriter<byte> to, ulong value)
    {
        var span = to.GetSpan(10);
        var length = 0;
        for (; value > 0x7F; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        to.Advance(length);
    }
}
