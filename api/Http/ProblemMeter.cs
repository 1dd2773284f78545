using System.Collections.Generic;
using System.Diagnostics.Metrics;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Api.Http;

/// <summary>Answers that say what is wrong, by what they say.</summary>
internal static class ProblemMeter
{
    private static readonly Counter<long> Problems =
        Instrumentation.Meter.CreateCounter<long>(
            "aggregation.problems",
            "{problem}",
            "Answers that say what is wrong, those before any report is read included.");

    /// <summary>A request is answered with a problem.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">One of <see cref="ProblemCode"/>.</param>
    public static void Answered(int status, string code)
    {
        if (Problems.Enabled)
            Problems.Add(
                1,
                new KeyValuePair<string, object?>(AttributeName.Problem, code),
                new KeyValuePair<string, object?>("http.response.status_code", status));
    }
}
