using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>A page of <c>GET /audit</c>, newest first.</summary>
/// <param name="Edition">The edition that takes reports.</param>
/// <param name="Items">The acts.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record AuditPage(string Edition, IReadOnlyList<AuditEntry> Items, string? Next);
