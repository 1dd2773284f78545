using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Files.Reading;

namespace Aggregation.Files;

/// <summary>What a file says.</summary>
/// <param name="Reports">The reports, the ones of a unit together, units in the order in which they first appear.</param>
/// <param name="Faults">Everything that is wrong as far as the file itself can tell; while there are any, nothing may be recorded.</param>
/// <param name="UnchangedRows">The rows of units that state nothing.</param>
public sealed record FileReading(IReadOnlyList<FileReport> Reports, IReadOnlyList<FileFault> Faults, int UnchangedRows)
{
    /// <summary>
    /// The same reports, whose sender stands by what is unusual about them. Their keys stay: a repeat is one with or without it.
    /// </summary>
    /// <param name="codes">The codes of the warnings that are confirmed.</param>
    public FileReading Confirming(IReadOnlyList<string> codes) =>
        codes is { Count: 0 } ? this : this with { Reports = [.. Reports.Select(report => report.Confirming(codes))] };

    /// <summary>A digest of everything that the file states: the same however it was saved. Empty for a file that states nothing.</summary>
    public string Digest => Reports.Count > 0 ? Reports[0].Report.IdempotencyKey[..ReportKeys.PrefixLength] : "";

    /// <summary>The same reports as news, also where the same file was recorded before: what it says stands again.</summary>
    public FileReading WithNewKeys()
    {
        var prefix = $"again-{Guid.NewGuid().ToString("N")[..16]}";
        return this with
        {
            Reports = [.. Reports.Select(report =>
            report.WithKey(prefix + report.Report.IdempotencyKey[ReportKeys.PrefixLength..]))]
        };
    }
}
