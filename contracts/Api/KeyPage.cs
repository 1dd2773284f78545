using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>A page of <c>GET /keys</c>, oldest first.</summary>
/// <param name="Edition">The edition that takes reports.</param>
/// <param name="Items">The keys.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record KeyPage(string Edition, IReadOnlyList<KeyEntry> Items, string? Next);
