using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /units/{code}/reports</c>: the audit trail of one unit, newest first.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Items">The ledger's rows.</param>
/// <param name="Next">What <c>cursor</c> takes for the next page; null on the last one.</param>
public sealed record LedgerPage(string Edition, bool Simulated, IReadOnlyList<LedgerReport> Items, string? Next);
