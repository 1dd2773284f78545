using System.Collections.Generic;

namespace Aggregation.Commands.Simulation;

/// <summary>The book of a simulation beside the ledger.</summary>
/// <param name="Units">Units compared.</param>
/// <param name="Rows">Rows of the ledger that belong to the run.</param>
/// <param name="Differences">What is in one and not, or otherwise, in the other.</param>
internal sealed record BookCheck(int Units, long Rows, IReadOnlyList<string> Differences);
