using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>Tells of a refusal and gives its exit code.</summary>
internal static class ProblemPrinter
{
    /// <summary>The severity of what is only unusual.</summary>
    public const string Warning = "warning";

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
            PrintConfirmation(problem.Errors.Where(error => error.Severity == Warning).Select(error => error.Code));
        }

        return CodeOf(problem.Status);
    }

    /// <summary>Says how to send again what is only unusual, if anything is.</summary>
    /// <param name="codes">The codes of the warnings.</param>
    public static void PrintConfirmation(IEnumerable<string> codes)
    {
        if (string.Join(' ', codes.Distinct(StringComparer.Ordinal).Select(code => "--confirm " + code)) is { Length: > 0 } options)
            Printer.Error(Words.Get("ConfirmWith", options));
    }

    public static int CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ExitCode.NotAllowed,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => ExitCode.Unreachable,
        _ => ExitCode.Refused,
    };
}
