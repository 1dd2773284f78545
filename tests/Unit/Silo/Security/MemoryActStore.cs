using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Audit;

namespace Aggregation.Tests.Silo.Security;

/// <summary>Acts in memory.</summary>
internal sealed class MemoryActStore : IActStore
{
    private readonly List<AdministrativeAct> acts = [];

    public IEnumerable<(string Act, string? Target)> Recorded => acts.Select(act => (act.Act, act.Target));

    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        acts.Add(act);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(long? before, DateTimeOffset? from, DateTimeOffset? until, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
