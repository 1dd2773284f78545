using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>
/// How many units of one level are in each state: <c>{"total":63,"consolidated":62,"consolidating":1,"not-started":0,"unreported":0}</c>.
/// </summary>
/// <param name="Total">How many units of the level there are.</param>
/// <param name="States">How many are in each state; never a sum across levels.</param>
/// <param name="Unreported">How many have not reported: silence is never read as a state.</param>
public sealed record StatusLevel(int Total, IReadOnlyDictionary<string, long> States, long Unreported);
