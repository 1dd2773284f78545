using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Declares silos dead that stand in the cluster's table as active and have given no sign of life for a while. Silos that lost their
/// power together have nobody left to vote on them, and one that joins at another address must reach every active silo first: without
/// this it would wait for the dead for ever.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="options">How often a silo gives a sign of life.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where the dead are told.</param>
internal sealed class AbandonedSilos(
    IMembershipTable table,
    IOptions<ClusterMembershipOptions> options,
    TimeProvider time,
    ILogger<AbandonedSilos> logger)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource joined = new();

    private TimeSpan Silence => options.Value.IAmAliveTablePublishTimeout * options.Value.NumMissedTableIAmAliveLimit;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        // From when the table can be read until this silo has joined; from then on the members look after each other.
        observer.Subscribe(nameof(AbandonedSilos), ServiceLifecycleStage.RuntimeGrainServices + 1, StartAsync, _ => joined.CancelAsync());
        observer.Subscribe(nameof(AbandonedSilos), ServiceLifecycleStage.Active, _ => joined.CancelAsync());
    }

    /// <inheritdoc/>
    public void Dispose() => joined.Dispose();

    private Task StartAsync(CancellationToken cancellationToken)
    {
        _ = WatchAsync();
        return Task.CompletedTask;
    }

    private async Task WatchAsync()
    {
        var signs = new Dictionary<SiloAddress, (DateTime Sign, long SeenAt)>();
        while (!joined.IsCancellationRequested)
        {
            try
            {
                await LookAsync(signs);
            }
            catch (Exception exception)
            {
                // Without the table nobody joins, and nobody can be seen to live.
                signs.Clear();
                logger.ClusterUnseen(exception.Message);
            }

            await Task.Delay(Look, time, joined.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever lives writes to the table meanwhile; when it did so last is its own clock's affair, and only that it changes counts.
    private async Task LookAsync(Dictionary<SiloAddress, (DateTime Sign, long SeenAt)> signs)
    {
        foreach (var (silo, _) in (await table.ReadAllAsync(CancellationToken.None)).Members)
        {
            if (silo.Status != SiloStatus.Active)
                continue;
            if (!signs.TryGetValue(silo.SiloAddress, out var last) || last.Sign != silo.IAmAliveTime)
                signs[silo.SiloAddress] = (silo.IAmAliveTime, time.GetTimestamp());
            else if (time.GetElapsedTime(last.SeenAt) > Silence && !joined.IsCancellationRequested)
            {
                // When somebody else has changed the table meanwhile, it is looked at again.
                if (await table.TryDeclareDeadAsync(silo.SiloAddress, silo.IAmAliveTime))
                    logger.SiloDeclaredDead(silo.SiloAddress, silo.IAmAliveTime);
            }
        }
    }
}
