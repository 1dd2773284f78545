using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Commands.Doctoring;

/// <summary>The answer of <c>doctor --json</c>.</summary>
/// <param name="State">The worst of all checks.</param>
/// <param name="Checks">Every check, in the order of its printing.</param>
/// <param name="Diagnosis">What the silo said; null when it said nothing.</param>
internal sealed record Examination(CheckState State, IReadOnlyList<Check> Checks, Diagnosis? Diagnosis);
