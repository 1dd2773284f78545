using System;
using System.Text;
using System.Text.Unicode;
using Aggregation.Texts;

namespace Aggregation.Files.Content;

/// <summary>The text of a CSV file: UTF-8 with or without a byte order mark, and nothing else.</summary>
internal static class CsvText
{
    private const char ByteOrderMark = '\uFEFF';
    private const int Beginning = 1_000;

    // What spreadsheets save as a page or a picture of themselves.
    private static readonly byte[][] Others = ["<"u8.ToArray(), "%PDF"u8.ToArray(), [0x89, 0x50, 0x4e, 0x47]];

    /// <summary>Decodes a file.</summary>
    /// <returns>Null when it is not UTF-8; then it has been told why.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        // Of two bytes a letter, the one of every plain letter is 0.
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || bytes[..Math.Min(bytes.Length, Beginning)].Contains((byte)0))
        {
            faults.AddWorded(default, FileFaultCode.LegacyEncoding, "utf-16");
            return null;
        }

        if (IsOther(bytes))
        {
            faults.Add(default, FileFaultCode.UnreadableWorkbook);
            return null;
        }

        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes).TrimStart(ByteOrderMark);
        if (LegacyText.Find(bytes) is { } encoding)
            faults.Add(default, FileFaultCode.LegacyEncoding, encoding);
        else
            AddFirstInvalid(bytes, faults);
        return null;
    }

    private static bool IsOther(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        foreach (var other in Others)
        {
            if (text.StartsWith(other))
                return true;
        }

        return false;
    }

    private static void AddFirstInvalid(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        var row = bytes[..position].Count((byte)'\n') + 1;
        var inRow = position - (bytes[..position].LastIndexOf((byte)'\n') + 1) + 1;
        faults.Add(new CellPlace(null, row, 0), FileFaultCode.NotUtf8, row, inRow);
    }
}
