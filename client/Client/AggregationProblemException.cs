using System;
using System.Collections.Generic;
using System.Net;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <summary>The silo answered, and refused (RFC 9457).</summary>
/// <param name="problem">What it said.</param>
public sealed class AggregationProblemException(Problem problem) : Exception(Sentence(problem))
{
    private const string TypePrefix = "urn:aggregation:problem:";

    /// <summary>The whole problem.</summary>
    public Problem Problem => problem;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => (HttpStatusCode)problem.Status;

    /// <summary>The problem's code, such as <c>conflict</c>; it never changes. <c>about:blank</c> if what answered was no silo.</summary>
    public string Code => problem.Type.StartsWith(TypePrefix, StringComparison.Ordinal) ? problem.Type[TypePrefix.Length..] : problem.Type;

    /// <summary>What went wrong in general.</summary>
    public string Title => problem.Title;

    /// <summary>One sentence about this very request.</summary>
    public string? Detail => problem.Detail;

    /// <summary>Every single fault, with its place in the body or its line in the file.</summary>
    public IReadOnlyList<ProblemError> Errors => problem.Errors ?? [];

    /// <summary>What became of each report, where part of a batch stands.</summary>
    public IReadOnlyList<ReportResult> Results => problem.Results ?? [];

    /// <summary>How long the silo asked to wait; null if it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    private static string Sentence(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Detail ?? problem.Title;
    }
}
