using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>
/// <c>GET /units/{code}/reporting</c>: <c>{"edition":"2023","simulated":false,"province":{"reported":63,"total":63},…}</c>.
/// </summary>
/// <param name="Edition">The list of units.</param>
/// <param name="Simulated">True when some figure may be invented.</param>
/// <param name="Levels">How many units strictly below have a report effective in the days asked for, by level.</param>
[JsonConverter(typeof(ReportingAnswerConverter))]
public sealed record ReportingAnswer(string Edition, bool Simulated, IReadOnlyDictionary<string, ReportingLevel> Levels);
