using System;
using System.Collections.Generic;
using System.Globalization;
using Aggregation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Http;

/// <summary>
/// Answers that say what is wrong (RFC 9457, <c>application/problem+json</c>): <c>type</c> (<c>urn:aggregation:problem:CODE</c>),
/// <c>title</c>, <c>status</c>, <c>detail</c> (one sentence in the reader's language) and, where single faults can be named,
/// <c>errors: [{"pointer","code","message"}]</c>.
/// </summary>
public static class Problems
{
    /// <summary>A problem with one sentence.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">One of <see cref="ProblemCode"/>; names the sentence in the resources.</param>
    /// <param name="arguments">What the sentence names.</param>
    public static IResult Create(int status, string code, params string[] arguments) => new ProblemResult(status, code, arguments, []);

    /// <summary>A problem with every fault found.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">One of <see cref="ProblemCode"/>.</param>
    /// <param name="faults">The faults, in the order of the input.</param>
    public static IResult Create(int status, string code, IReadOnlyList<Fault> faults) => new ProblemResult(status, code, [], faults);

    /// <summary>503: more is asked of the silo than it does at once.</summary>
    internal static ProblemResult Busy(string code, int limit, TimeSpan wait) =>
        new(StatusCodes.Status503ServiceUnavailable, code, [limit.ToString(CultureInfo.InvariantCulture)], []) { RetryAfter = wait };

    /// <summary>400: a query parameter is wrong. The sentence names the parameter, the value and what would be right.</summary>
    public static IResult BadQuery(string parameter, string value, string expected) =>
        Create(StatusCodes.Status400BadRequest, ProblemCode.BadQuery, parameter, value, expected);
}
