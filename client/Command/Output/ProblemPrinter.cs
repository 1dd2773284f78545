using System.Net;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>Tells of a refusal and gives its exit code.</summary>
internal static class ProblemPrinter
{
    public static int Print(Printer printer, AggregationProblemException problem)
    {
        if (printer.IsJson)
            printer.Json(problem.Problem, WriteJson.Written.Problem);
        Printer.Error(problem.Detail is { } detail ? $"{problem.Title}: {detail}" : problem.Title);
        if (!printer.IsJson)
        {
            foreach (var error in problem.Errors)
                Printer.Error($"  {(error.Line is null ? error.Pointer : Words.Get("LineNumber", error.Line))}: {error.Message}");
            foreach (var result in problem.Results)
                Printer.Error($"  {result.Unit} {result.Sequence}: {result.Outcome}");
        }

        return CodeOf(problem.Status);
    }

    public static int CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ExitCode.NotAllowed,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => ExitCode.Unreachable,
        _ => ExitCode.Refused,
    };
}
