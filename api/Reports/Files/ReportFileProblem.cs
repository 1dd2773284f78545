using System;
using System.Linq;
using System.Text.Json;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Aggregation.Files.Sending;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Reports.Files;

/// <summary>What a file of reports is refused with.</summary>
internal static class ReportFileProblem
{
    /// <summary>The problem of a refused file.</summary>
    public static ProblemResult Of(FileOutcome outcome, Caller caller)
    {
        var (code, arguments) = outcome.Status switch
        {
            _ when outcome.Recorded.Any() => (ProblemCode.PartlyRecorded, []),
            StatusCodes.Status403Forbidden => (ProblemCode.OutsideSubtree, new[] { caller.Key!.Unit }),
            StatusCodes.Status409Conflict => (ProblemCode.Conflict, []),
            _ when outcome.Faults.All(fault => fault.IsWarning) => (ProblemCode.Unconfirmed, [ConfirmationOf(outcome)]),
            _ => (ProblemCode.FileRefused, []),
        };
        return new ProblemResult(outcome.Status, code, arguments, [])
        {
            Cells = outcome.Faults,
            WriteMore = outcome.Recorded.Any() ? json => WriteResults(json, outcome) : null,
        };
    }

    // What a sender who stands by the figures adds to the call.
    private static string ConfirmationOf(FileOutcome outcome) =>
        "?" + string.Join('&', outcome.Faults.Select(fault => "confirm=" + fault.Code).Distinct(StringComparer.Ordinal));

    private static void WriteResults(Utf8JsonWriter json, FileOutcome outcome)
    {
        json.WritePropertyName("results"u8);
        JsonSerializer.Serialize(json, outcome.Recorded, WriteJson.Written.IReadOnlyListReportResult);
    }
}
