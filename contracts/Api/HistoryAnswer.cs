using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary><c>GET /units/{code}/history</c>.</summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Points">The points, each at the end of its step, the last one on the last day asked for.</param>
public sealed record HistoryAnswer(string Edition, bool Simulated, IReadOnlyList<HistoryPoint> Points);
