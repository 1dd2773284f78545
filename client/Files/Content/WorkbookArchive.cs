using System;
using System.IO;
using System.IO.Compression;

namespace Aggregation.Files.Content;

/// <summary>The archive that a workbook is, looked at before anything in it is believed.</summary>
internal static class WorkbookArchive
{
    /// <summary>True when the bytes begin as a ZIP archive does.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes is [0x50, 0x4b, 0x03 or 0x05, 0x04 or 0x06, ..];

    /// <summary>True when the bytes begin as a workbook of Excel 97–2003 does, or one locked with a password.</summary>
    public static bool IsOldWorkbook(ReadOnlySpan<byte> bytes) => bytes is [0xd0, 0xcf, 0x11, 0xe0, ..];

    /// <summary>Unpacks everything into nothing and counts, since what an archive says of its own size need not be true.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static bool FitsUnpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        var buffer = new byte[64 * 1024];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                total += read;
                if (total > FileLimits.MaxUnpackedBytes)
                    return false;
            }
        }

        return true;
    }
}
