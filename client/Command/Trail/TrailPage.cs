using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Commands.Trail;

/// <summary>The API's own page of the audit trail, with what has become of each figure in it.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Items">The ledger's rows.</param>
/// <param name="Next">Where the rest begins; null when there is none.</param>
/// <param name="Figures">The figures of these rows, in their order.</param>
/// <param name="Keys">What the keys that sent them are for, by id, as far as the caller may know it.</param>
internal sealed record TrailPage(
    string Edition,
    bool Simulated,
    IReadOnlyList<LedgerReport> Items,
    string? Next,
    IReadOnlyList<TrailFigure> Figures,
    IReadOnlyDictionary<string, string> Keys);
