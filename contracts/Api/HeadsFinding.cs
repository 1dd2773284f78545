namespace Aggregation.Contracts;

/// <summary>A line of the file of signed heads that is not as it was signed.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Fault"><c>changed</c>, <c>unknown-key</c>, or <c>follows</c>: it does not follow the line before it.</param>
public sealed record HeadsFinding(int Line, string Fault);
