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
        var (code, arguments) = outcome.Verdict switch
        {
            _ when outcome.Recorded.Any() => (ProblemCode.PartlyRecorded, []),
            FileVerdict.Forbidden => (ProblemCode.OutsideSubtree, new[] { caller.Key!.Unit }),
            FileVerdict.Conflict => (ProblemCode.Conflict, []),
            _ when outcome.Faults.All(fault => fault.IsWarning) => (ProblemCode.Unconfirmed, []),
            _ => (ProblemCode.FileRefused, []),
        };
        return new ProblemResult(StatusOf(outcome), code, arguments, [])
        {
            Cells = outcome.Faults,
            WriteMore = outcome.Recorded.Any() ? json => WriteResults(json, outcome) : null,
        };
    }

    private static int StatusOf(FileOutcome outcome) => outcome.Verdict switch
    {
        FileVerdict.Forbidden => StatusCodes.Status403Forbidden,
        FileVerdict.Conflict => StatusCodes.Status409Conflict,
        FileVerdict.NotTaken => outcome.Cause!.Status,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static void WriteResults(Utf8JsonWriter json, FileOutcome outcome)
    {
        json.WritePropertyName("results"u8);
        JsonSerializer.Serialize(json, outcome.Recorded, WriteJson.Written.IReadOnlyListReportResult);
    }
}
