using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// Fields in a row, of which no two lists are written alike: numbers as eight bytes with the most significant first, texts and other
/// bytes after their length. Used by one thread.
/// </summary>
internal sealed class SealedFields
{
    private readonly ArrayBufferWriter<byte> written = new(1024);

    /// <summary>Everything written since <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    /// <summary>Begins a new list.</summary>
    /// <param name="purpose">What it is a list of, so that no kind is taken for another.</param>
    public SealedFields Begin(ReadOnlySpan<byte> purpose)
    {
        written.ResetWrittenCount();
        return Add(purpose);
    }

    public SealedFields Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(written.GetSpan(8), number);
        written.Advance(8);
        return this;
    }

    /// <summary>Adds a number that may be absent.</summary>
    public SealedFields Add(long? number) => number is { } present ? Add(1L).Add(present) : Add(0L);

    public SealedFields Add(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(written.GetSpan(4), bytes.Length);
        written.Advance(4);
        written.Write(bytes);
        return this;
    }

    /// <summary>Adds a text that may be absent, in UTF-8.</summary>
    public SealedFields Add(string? text) => text is null ? Add(0L) : Add(1L).Add(Encoding.UTF8.GetBytes(text));
}
