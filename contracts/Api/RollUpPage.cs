using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /units/{code}/children</c>: roll-ups, in code order.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Items">The roll-ups.</param>
/// <param name="Next">What <c>cursor</c> takes for the next page; null on the last one.</param>
public sealed record RollUpPage(string Edition, bool Simulated, IReadOnlyList<UnitRollUp> Items, string? Next);
