using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;

namespace Aggregation.Tests.Api.Access;

/// <summary>Acts in memory.</summary>
internal sealed class MemoryActStore : IActStore
{
    private readonly List<AdministrativeAct> acts = [];

    public IEnumerable<(string Act, string? Target)> Recorded => acts.Select(act => (act.Act, act.Target));

    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        acts.Add(act with { Number = acts.Count + 1 });
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit,
        CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<AdministrativeAct>>([
            .. acts.Where(act => (before is null || act.Number < before)
                && (from is null || act.At >= from)
                && (until is null || act.At < until))
                .OrderByDescending(act => act.Number)
                .Take(limit),
        ]);
}
