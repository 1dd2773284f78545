using System;
using System.Collections.Immutable;
using Aggregation.Domain.Tallies;

namespace Aggregation.Domain.Folds;

/// <summary>
/// What stands of one named model in one unit; kept at 0 sites too, because a later report of an earlier day must not revive it.
/// </summary>
internal readonly record struct StandingModel : INamedModel
{
    public required string NormalName { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset FirstRecordedAt { get; init; }

    public required Precedence Precedence { get; init; }

    public required long Sites { get; init; }

    public required long Groups { get; init; }

    public required ImmutableArray<string> Kinds { get; init; }
}
