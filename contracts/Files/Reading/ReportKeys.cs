using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using Aggregation.Contracts;

namespace Aggregation.Files.Reading;

/// <summary>
/// The idempotency keys of a file's reports: <c>file-</c>, a digest of everything that the file states, and one of the
/// report. The same content has the same keys however it was saved; and figures that return to what an earlier file said
/// are news, unless the whole file is that earlier one.
/// </summary>
internal sealed class ReportKeys
{
    /// <summary>How long the part is that all reports of a file share.</summary>
    public const int PrefixLength = 21;

    private const int FileDigits = 16;
    private const int ReportDigits = 32;

    private readonly string prefix;

    /// <summary>Digests a file.</summary>
    /// <param name="reports">All its reports, in any order.</param>
    public ReportKeys(IEnumerable<Report> reports)
    {
        var digests = reports.Select(DigestOf).Order(StringComparer.Ordinal);
        prefix = $"file-{Hex(string.Concat(digests).Select(letter => (byte)letter).ToArray(), FileDigits)}";
    }

    /// <summary>The key of one of them.</summary>
    public string KeyOf(Report report) => $"{prefix}-{DigestOf(report)}";

    private static string DigestOf(Report report) =>
        Hex(JsonSerializer.SerializeToUtf8Bytes(
            new ReportBatch([report with { IdempotencyKey = "" }]),
            WriteJson.Default.ReportBatch), ReportDigits);

    private static string Hex(byte[] content, int digits) => Convert.ToHexStringLower(SHA256.HashData(content))[..digits];
}
