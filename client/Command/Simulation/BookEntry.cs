using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>One report that the silo acknowledged.</summary>
/// <param name="Sequence">The number it was given within its unit.</param>
/// <param name="Outcome"><c>accepted</c>; <c>duplicate</c> if an earlier try had already been recorded.</param>
/// <param name="Report">The report.</param>
internal sealed record BookEntry(int Sequence, string Outcome, Report Report);
