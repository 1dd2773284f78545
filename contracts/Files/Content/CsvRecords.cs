using System;
using System.Collections.Generic;
using System.Threading;

namespace Aggregation.Files.Content;

/// <summary>
/// Reads the records of CSV (RFC 4180) one after the other, each letter once: a record with a quotation mark out of place
/// is broken, and the next one begins after its line.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="delimiter">What stands between fields.</param>
/// <param name="cancellationToken">Ends the reading.</param>
public sealed class CsvRecords(string text, char delimiter, CancellationToken cancellationToken)
{
    private const char Quote = '"';

    private readonly List<string> fields = [];
    private int position;
    private int start;
    private int end;
    private int nextLine = 1;

    /// <summary>The record's number, from 1, as a spreadsheet numbers its rows.</summary>
    public int Number { get; private set; }

    /// <summary>The line that the record begins with, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The record's fields; without the rest of it where it is broken.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The record as it stands, without its line's end.</summary>
    public string Raw => IsTooLong ? text[start..] : text[start..Math.Min(end, text.Length)];

    /// <summary>True when a quotation mark of the record is open or out of place.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True when the record is longer than <see cref="FileLimits.MaxRowLength"/>: nothing behind it can be read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Goes on to the next record; false when there is none.</summary>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (position >= text.Length || IsTooLong)
            return false;
        fields.Clear();
        IsBroken = false;
        Number++;
        Line = nextLine;
        start = position;
        while (!IsBroken && !IsTooLong && ReadField())
        {
        }

        if (IsBroken && !IsTooLong)
            EndLine(EndOfLine());
        return true;
    }

    // True when another field follows.
    private bool ReadField()
    {
        var isQuoted = position < text.Length && text[position] == Quote;
        if (isQuoted ? !TryReadQuoted() : !TryReadPlain())
            return false;
        if (position < text.Length && text[position] == delimiter)
        {
            position++;
            return true;
        }

        if (position >= text.Length || text[position] is '\r' or '\n')
            EndLine(position);
        else
            IsBroken = true;
        return false;
    }

    private bool TryReadPlain()
    {
        var length = text.AsSpan(position).IndexOfAny([delimiter, '\r', '\n', Quote]);
        var next = length < 0 ? text.Length : position + length;
        if (!Fits(next))
            return false;
        fields.Add(text[position..next]);
        position = next;
        return true;
    }

    private bool TryReadQuoted()
    {
        var from = position + 1;
        var hasQuotes = false;
        for (var place = from; ; place += 2, hasQuotes = true)
        {
            var length = text.AsSpan(Math.Min(place, text.Length)).IndexOf(Quote);
            if (!Fits(length < 0 ? text.Length : place + length))
                return false;
            if (length < 0)
            {
                // It is open: whatever follows may be part of it.
                IsBroken = true;
                position = text.Length;
                return false;
            }

            place += length;
            if (place + 1 < text.Length && text[place + 1] == Quote)
                continue;
            var field = text[from..place];
            fields.Add(hasQuotes ? field.Replace("\"\"", "\"", StringComparison.Ordinal) : field);
            nextLine += CountLines(field);
            position = place + 1;
            return true;
        }
    }

    private bool Fits(int place) => !(IsTooLong = place - start > FileLimits.MaxRowLength);

    private int EndOfLine()
    {
        var length = text.AsSpan(position).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : position + length;
    }

    private void EndLine(int place)
    {
        nextLine++;
        end = place;
        position = end + (end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
    }

    private static int CountLines(string field)
    {
        var lines = 0;
        for (var place = field.AsSpan().IndexOfAny('\r', '\n'); place >= 0 && place < field.Length; place++)
        {
            if (field[place] == '\n' || (field[place] == '\r' && (place + 1 == field.Length || field[place + 1] != '\n')))
                lines++;
        }

        return lines;
    }
}
