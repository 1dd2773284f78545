using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>An answer that says what is wrong (RFC 9457).</summary>
public sealed record Problem
{
    /// <summary><c>urn:aggregation:problem:CODE</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What went wrong in general, in the reader's language.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>One sentence about this very request, in the reader's language.</summary>
    public string? Detail { get; init; }

    /// <summary>Every single fault found.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>What became of each report, where part of a batch stands.</summary>
    public IReadOnlyList<ReportResult>? Results { get; init; }

    /// <summary>The id of the request, by which whoever runs the silo finds it in the log.</summary>
    public string? RequestId { get; init; }
}
