namespace Aggregation.Contracts;

/// <summary>One fault.</summary>
/// <param name="Pointer">Where in the body, as a JSON pointer (RFC 6901); <c>/lines/7</c> in a list of units.</param>
/// <param name="Code">What, for programs.</param>
/// <param name="Message">What, for people.</param>
/// <param name="Line">The line in a list of units; null elsewhere.</param>
/// <param name="Sheet">The sheet of a file of reports; null in a CSV file and elsewhere.</param>
/// <param name="Row">The row of a file of reports, from 1; null where the whole file is meant, and elsewhere.</param>
/// <param name="Column">The column of a file of reports, from 1; null where the whole row is meant, and elsewhere.</param>
/// <param name="Cell">The same cell in A1 notation.</param>
/// <param name="Severity"><c>warning</c> for what is only unusual: sent again with its code in <c>confirm</c>, the report is recorded;
/// null for what is refused.</param>
public sealed record ProblemError(
    string Pointer,
    string Code,
    string Message,
    int? Line = null,
    string? Sheet = null,
    int? Row = null,
    int? Column = null,
    string? Cell = null,
    string? Severity = null);
