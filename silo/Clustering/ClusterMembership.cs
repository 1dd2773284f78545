using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>The cluster's table.</summary>
/// <param name="table">The table.</param>
internal sealed class ClusterMembership(IMembershipTable table) : IMembership
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<SiloMember>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await table.ReadAllAsync(cancellationToken)).Members.Select(member => MemberOf(member.Item1))
            .OrderBy(member => member.Address, StringComparer.Ordinal)
            .ThenBy(member => member.StartedAt)];

    private static SiloMember MemberOf(MembershipEntry entry) =>
        new(entry.SiloAddress.Endpoint.ToString(), NameOf(entry.Status), Utc(entry.StartTime), Utc(entry.IAmAliveTime));

    private static string NameOf(SiloStatus status) => status switch
    {
        SiloStatus.Active => "active",
        SiloStatus.Dead => "dead",
        SiloStatus.ShuttingDown or SiloStatus.Stopping => "leaving",
        _ => "joining",
    };

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}
