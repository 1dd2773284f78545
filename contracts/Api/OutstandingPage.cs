using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /units/{code}/outstanding</c>: the units that are not complete, or have not reported, in code order.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Total">How many there are on all pages together.</param>
/// <param name="Items">Those of this page.</param>
/// <param name="Next">What <c>cursor</c> takes for the next page; null on the last one.</param>
public sealed record OutstandingPage(string Edition, bool Simulated, int Total, IReadOnlyList<OutstandingUnit> Items, string? Next);
