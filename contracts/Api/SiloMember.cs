using System;

namespace Aggregation.Contracts;

/// <summary>A silo, as the others know it.</summary>
/// <param name="Address">Where it is; the other silos' way to it, or the process.</param>
/// <param name="Status"><c>active</c>, <c>joining</c>, <c>leaving</c> or <c>dead</c>.</param>
/// <param name="StartedAt">When it was started, UTC.</param>
/// <param name="AliveAt">When it last gave a sign of life, UTC, by its own clock.</param>
public sealed record SiloMember(string Address, string Status, DateTimeOffset StartedAt, DateTimeOffset AliveAt);
