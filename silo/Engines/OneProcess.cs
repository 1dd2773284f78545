using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Engines;

/// <summary>This process is the whole system.</summary>
/// <param name="time">The clock.</param>
internal sealed class OneProcess(TimeProvider time) : IMembership
{
    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    /// <inheritdoc/>
    public Task<ImmutableArray<SiloMember>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<SiloMember>>(
        [new SiloMember(string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}, process {Environment.ProcessId}"), "active", startedAt, time.GetUtcNow())]);
}
