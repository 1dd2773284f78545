using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Aggregation.Engines;

/// <summary>
/// Declares silos dead that stand in the cluster's table as active and have given no sign of life for a while. Silos that lost their
/// power together have nobody left to vote on them, and one that joins at another address must reach every active silo first: without
/// this it would wait for the dead for ever.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="options">How often a silo gives a sign of life.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where the dead are told.</param>
internal sealed partial class AbandonedSilos(IMembershipTable table, IOptions<ClusterMembershipOptions> options, TimeProvider time, ILogger<AbandonedSilos> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    // After the table can be read, and before the silos in it are called.
    private const int Stage = ServiceLifecycleStage.RuntimeGrainServices + 1;

    private TimeSpan Silence => options.Value.IAmAliveTablePublishTimeout * options.Value.NumMissedTableIAmAliveLimit;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        observer.Subscribe(nameof(AbandonedSilos), Stage, DeclareDeadAsync);
    }

    private async Task DeclareDeadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var silent = Active(await table.ReadAll()).Where(silo => silo.IAmAliveTime + Silence < now).ToList();
        if (silent.Count == 0)
            return;

        // A table that could not be written until a moment ago looks the same: whoever lives writes to it meanwhile, whatever the clocks say.
        await Task.Delay(Silence, time, cancellationToken);
        foreach (var silo in silent)
        {
            while (!await TryDeclareDeadAsync(silo))
                cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // False when somebody else has changed the table meanwhile.
    private async Task<bool> TryDeclareDeadAsync(MembershipEntry silent)
    {
        var now = await table.ReadAll();
        if (now.Members.FirstOrDefault(silo => silo.Item1.SiloAddress.Equals(silent.SiloAddress)) is not ({ Status: SiloStatus.Active } silo, var etag) || silo.IAmAliveTime > silent.IAmAliveTime)
            return true;
        silo.Status = SiloStatus.Dead;
        if (!await table.UpdateRow(silo, etag, now.Version.Next()))
            return false;
        LogDead(silo.SiloAddress, silo.IAmAliveTime);
        return true;
    }

    private static IEnumerable<MembershipEntry> Active(MembershipTableData data) =>
        data.Members.Select(member => member.Item1).Where(silo => silo.Status == SiloStatus.Active);

    [LoggerMessage(1, LogLevel.Warning, "{Silo} gave its last sign of life at {LastSign:o} and is declared dead")]
    private partial void LogDead(SiloAddress silo, DateTime lastSign);
}
