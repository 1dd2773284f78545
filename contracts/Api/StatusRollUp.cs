using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>A status of a roll-up: <c>{"own":null,"province":{…},"district":{…}}</c>.</summary>
/// <param name="Own">The unit's own state; null while it is unreported.</param>
/// <param name="Levels">The states of the units strictly below, by level; a level that does not exist below is absent.</param>
[JsonConverter(typeof(StatusRollUpConverter))]
public sealed record StatusRollUp(string? Own, IReadOnlyDictionary<string, StatusLevel> Levels);
