using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /units</c>: the registry, without figures, upper levels first and in code order within a level.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True while the list holds simulated units, or the ledger is a demonstration.</param>
/// <param name="Items">The units.</param>
/// <param name="Next">What <c>cursor</c> takes for the next page; null on the last one.</param>
public sealed record UnitPage(string Edition, bool Simulated, IReadOnlyList<RegistryUnit> Items, string? Next);
