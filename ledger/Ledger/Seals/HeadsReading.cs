using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;

namespace Aggregation.Ledger.Seals;

/// <summary>What a file of heads says, and which of its lines cannot be believed.</summary>
internal sealed class HeadsReading
{
    private readonly ImmutableDictionary<string, SealKey> keys;

    private HeadsReading(ImmutableDictionary<string, SealKey> keys) => this.keys = keys;

    /// <summary>The last signed head of every unit.</summary>
    public Dictionary<int, SealedHead> Heads { get; } = [];

    /// <summary>The sets as they were last signed, by their kinds.</summary>
    public Dictionary<string, SignedSet> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>The MACs of the epochs that lines name, in hexadecimal digits, each with the first such line.</summary>
    public Dictionary<string, int> Epochs { get; } = new(StringComparer.Ordinal);

    /// <summary>The MAC of the epoch that the last line names; null where none does.</summary>
    public string? LastEpoch { get; private set; }

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

    /// <summary>Reads a file that no silo has open; what it says when it is not there is nothing.</summary>
    /// <exception cref="LedgerStartException">It cannot be read.</exception>
    public static HeadsReading Read(HeadsOptions options, ImmutableDictionary<string, SealKey> keys)
    {
        if (!options.IsSigned)
            return new HeadsReading(keys);
        try
        {
            using var file = File.OpenRead(options.Path!);
            return Read(file, keys);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The file of heads '{options.Path}' cannot be read ({exception.Message.TrimEnd('.')}); Ledger__HeadsPath must name a "
                    + "file of this silo alone.",
                exception);
        }
    }

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
        foreach (var set in record.Sets)
            Sets[set.Kind] = set;
        LastEpoch = record.EpochMac;
        if (record.EpochMac is { } epoch)
            Epochs.TryAdd(epoch, Lines);
        LastAt = record.At;
    }
}
