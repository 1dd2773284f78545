using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// One administrative unit, whatever its level, keyed by <see cref="UnitKey"/>. It takes the unit's own reports, holds the
/// newest subtotal of each child, and pushes its own to its parent. Every method interleaves: state changes only between
/// awaits, reports are recorded by one pump, and a read never waits for a commit.
/// </summary>
[GrainInterfaceType("Aggregation.RollUps.IUnitGrain"), Alias("unit")]
public interface IUnitGrain : IGrainWithStringKey
{
    // Without a checkpoint, or behind an old one, millions of rows are read before the unit is warm.
    private const string WarmingTime = "00:01:00";

    /// <summary>Records reports, all or none, and returns once they are durable: an outcome for each, in order.</summary>
    /// <exception cref="LedgerUnavailableException">The commit failed or its outcome is unknown; send again with the same keys.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("report"), AlwaysInterleave]
    Task<ImmutableArray<ReportOutcome>> Report(UnitReports reports);

    /// <summary>Says what <see cref="Report"/> would answer now, recording nothing.</summary>
    /// <exception cref="LedgerUnavailableException">The unit's history cannot be read.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("check"), AlwaysInterleave]
    Task<ImmutableArray<ReportOutcome>> Check(UnitReports reports);

    /// <summary>Takes a child's newest subtotal. A repeat, or an older one, changes nothing.</summary>
    /// <param name="child">The child's code.</param>
    /// <param name="subtotal">Its whole subtotal, not a difference.</param>
    /// <exception cref="StaleEditionException">An import has reached one of the two and not yet the other; push again.</exception>
    /// <exception cref="ArgumentException">It is no subtotal of this edition.</exception>
    [Alias("absorb"), AlwaysInterleave]
    Task Absorb(string child, Tally subtotal);

    /// <summary>
    /// Ends the activation, which holds more than the ledger has; the next one reads the ledger. Reports that wait are answered as after
    /// a failed commit.
    /// </summary>
    [Alias("reload"), AlwaysInterleave]
    Task Reload();

    /// <summary>
    /// The roll-up as it stands; while it is not warm, what the last checkpoint says, marked so, and where there is none it waits.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read to warm it.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("roll-up"), AlwaysInterleave, ResponseTimeout(WarmingTime)]
    Task<RollUp> GetRollUp();

    /// <summary>The roll-up as the ledger has it; waits until it is warm.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read to warm it.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("warm-roll-up"), AlwaysInterleave, ResponseTimeout(WarmingTime)]
    Task<RollUp> GetWarmRollUp();

    /// <summary>The roll-up and the subtotals it is made of; waits until it is warm.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read to warm it.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("children"), AlwaysInterleave, ResponseTimeout(WarmingTime)]
    Task<ChildTallies> GetChildTallies();

    /// <summary>How new the roll-up is and when each child's area last reported; waits until it is warm.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read to warm it.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    [Alias("freshness"), AlwaysInterleave, ResponseTimeout(WarmingTime)]
    Task<AreaFreshness> GetFreshness();

    /// <summary>Tells an observer of every change from now on, for <see cref="WatchLease"/>; watching again renews it.</summary>
    /// <returns>How new the roll-up is; a smaller version than a reader has tells only that the unit is not warm yet.</returns>
    [Alias("watch"), AlwaysInterleave]
    Task<RollUpVersion> Watch(IRollUpObserver observer);

    /// <summary>Stops telling an observer.</summary>
    [Alias("unwatch"), AlwaysInterleave]
    Task Unwatch(IRollUpObserver observer);

    /// <summary>How long an observer is told of changes unless it watches again.</summary>
    static readonly TimeSpan WatchLease = TimeSpan.FromMinutes(1);
}
