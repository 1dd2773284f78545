using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>Cuts the reports of a file into batches that the API takes, never between two reports of a unit.</summary>
internal static class ReportBatches
{
    // Below the 1 MiB of a body by what stands around the reports.
    private const int MaxBytes = 1_000_000;

    /// <summary>The batches, in order.</summary>
    public static List<IReadOnlyList<FileReport>> Cut(IReadOnlyList<FileReport> reports)
    {
        var batches = new List<IReadOnlyList<FileReport>>();
        var batch = new List<FileReport>();
        var bytes = 0;
        foreach (var unit in reports.GroupBy(report => report.Report.Unit, StringComparer.Ordinal))
        {
            var together = unit.ToArray();
            var length = together.Sum(LengthOf);
            if (batch.Count > 0 && (batch.Count + together.Length > FileLimits.MaxBatch || bytes + length > MaxBytes))
            {
                batches.Add(batch);
                (batch, bytes) = ([], 0);
            }

            batch.AddRange(together);
            bytes += length;
        }

        if (batch.Count > 0)
            batches.Add(batch);
        return batches;
    }

    private static int LengthOf(FileReport report) =>
        JsonSerializer.SerializeToUtf8Bytes(new ReportBatch([report.Report]), WriteJson.Written.ReportBatch).Length;
}
