using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;

namespace Aggregation.Ledger;

/// <summary>What a file of heads says, and which of its lines cannot be believed.</summary>
internal sealed class HeadsReading
{
    private readonly ImmutableDictionary<string, SealKey> keys;

    private HeadsReading(ImmutableDictionary<string, SealKey> keys) => this.keys = keys;

    /// <summary>The last signed head of every unit.</summary>
    public Dictionary<int, SealedHead> Heads { get; } = [];

    /// <summary>The lines that are not genuine, or do not follow the line before them: their numbers, from 1.</summary>
    public List<(int Line, HeadsFault Fault)> Faults { get; } = [];

    /// <summary>How many lines there are.</summary>
    public int Lines { get; private set; }

    /// <summary>When the last genuine line was signed; null where there is none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>The signature that the next line names; <see cref="HeadsRecord.None"/> in an empty file.</summary>
    public string Last { get; private set; } = HeadsRecord.None;

    /// <summary>How many bytes the whole lines take; what follows is a line that a crash cut off.</summary>
    public long Length { get; private set; }

    /// <summary>Reads a file from its beginning.</summary>
    public static HeadsReading Read(Stream file, ImmutableDictionary<string, SealKey> keys)
    {
        var reading = new HeadsReading(keys);
        file.Position = 0;
        using var text = new StreamReader(file, System.Text.Encoding.ASCII, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (text.ReadLine() is { } line)
        {
            // Only what its end follows was written whole.
            if (reading.Length + line.Length + 1 > file.Length)
                break;
            reading.Length += line.Length + 1;
            reading.Take(line);
        }

        return reading;
    }

    private void Take(string line)
    {
        Lines++;
        if (HeadsRecord.Read(line) is not { } record)
        {
            Faults.Add((Lines, HeadsFault.Changed));
            return;
        }

        if (!keys.TryGetValue(record.Fingerprint, out var key))
            Faults.Add((Lines, HeadsFault.UnknownKey));
        else if (!record.IsGenuine(key))
            Faults.Add((Lines, HeadsFault.Changed));
        else
            Believe(record);
        Last = record.Signature;
    }

    // The first line of a file that began anew names a line that is gone.
    private void Believe(HeadsRecord record)
    {
        if (Lines > 1 && !string.Equals(record.Previous, Last, StringComparison.Ordinal))
            Faults.Add((Lines, HeadsFault.Follows));
        foreach (var head in record.Heads)
            Heads[head.Unit] = head;
        LastAt = record.At;
    }
}
