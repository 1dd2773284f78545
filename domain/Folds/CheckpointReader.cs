using System;
using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace Aggregation.Domain.Folds;

/// <summary>Reads what a <see cref="CheckpointWriter"/> wrote.</summary>
internal sealed class CheckpointReader
{
    /// <summary>
    /// The number of 2000-01-01, before which no report speaks of a day: days are counted from it, so that they are short.
    /// </summary>
    public const int FirstDay = 730_119;

    private readonly byte[] content;
    private readonly string[] texts;
    private readonly ImmutableArray<string>[] singles;
    private int place;

    /// <summary>Begins.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="start">Where the writer's begin.</param>
    /// <exception cref="InvalidDataException">They are not a writer's.</exception>
    public CheckpointReader(byte[] content, int start)
    {
        this.content = content;
        place = start;
        texts = new string[ReadCount(content.Length)];
        for (var text = 0; text < texts.Length; text++)
        {
            var length = (int)ReadCount(content.Length - place);
            texts[text] = Encoding.UTF8.GetString(content, place, length);
            place += length;
        }

        singles = new ImmutableArray<string>[texts.Length];
    }

    /// <summary>True when nothing is left.</summary>
    public bool IsAtEnd => place == content.Length;

    /// <summary>Reads a number that is never below zero.</summary>
    /// <param name="most">The greatest that makes sense.</param>
    /// <exception cref="InvalidDataException">It is greater, or the bytes end.</exception>
    public long ReadCount(long most = long.MaxValue)
    {
        var value = Read();
        return value <= (ulong)most ? (long)value : throw new InvalidDataException($"a number at byte {place} is too great");
    }

    /// <summary>Reads a number that may be below zero.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public long ReadNumber()
    {
        var value = Read();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">There is no such text, or the bytes end.</exception>
    public string ReadText() => texts[ReadCount(texts.Length - 1)];

    /// <summary>Reads a few texts. Most lists are of one text; all that are the same are one list.</summary>
    /// <exception cref="InvalidDataException">There is no such text, or the bytes end.</exception>
    public ImmutableArray<string> ReadTexts()
    {
        var count = (int)ReadCount(content.Length - place);
        if (count == 0)
            return [];
        if (count == 1)
        {
            var text = ReadCount(texts.Length - 1);
            if (singles[text].IsDefault)
                singles[text] = [texts[text]];
            return singles[text];
        }

        var some = ImmutableArray.CreateBuilder<string>(count);
        for (; count > 0; count--)
            some.Add(ReadText());
        return some.MoveToImmutable();
    }

    /// <summary>Reads a day's number.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public int ReadDay() => (int)(ReadNumber() + FirstDay);

    /// <summary>Reads an instant.</summary>
    /// <exception cref="InvalidDataException">The bytes end.</exception>
    public DateTimeOffset ReadInstant() => DateTimeOffset.UnixEpoch.AddTicks(ReadNumber() * TimeSpan.TicksPerMicrosecond);

    private ulong Read()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && place < content.Length; shift += 7)
        {
            var next = content[place++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next <= 0x7F)
                return value;
        }

        throw new InvalidDataException($"a number at byte {place} has no end");
    }
}
