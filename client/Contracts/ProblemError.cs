namespace Aggregation.Contracts;

/// <summary>One fault.</summary>
/// <param name="Pointer">Where in the body, as a JSON pointer (RFC 6901); <c>/lines/7</c> in a list of units.</param>
/// <param name="Code">What, for programs.</param>
/// <param name="Message">What, for people.</param>
/// <param name="Line">The line in a list of units; null elsewhere.</param>
public sealed record ProblemError(string Pointer, string Code, string Message, int? Line = null);
