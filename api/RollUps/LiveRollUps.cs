using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;

namespace Aggregation.Api.RollUps;

/// <summary>Asks the grains for what they hold.</summary>
/// <param name="calls">Calls them.</param>
public sealed class LiveRollUps(UnitCalls calls)
{
    // Each may be an activation that reads the ledger.
    private const int AtOnce = 32;

    /// <summary>A unit's roll-up as it stands, which may be a checkpoint's.</summary>
    public Task<RollUp> GetAsync(Edition edition, int index) => calls.CallAsync(Key(edition, index), static unit => unit.GetRollUp());

    /// <summary>A unit's roll-up as the ledger has it.</summary>
    public Task<RollUp> GetWarmAsync(Edition edition, int index) =>
        calls.CallAsync(Key(edition, index), static unit => unit.GetWarmRollUp());

    /// <summary>The roll-ups of several units as the ledger has them, in their order.</summary>
    public async Task<RollUp[]> GetWarmAsync(Edition edition, IReadOnlyList<int> indices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var found = new RollUp[indices.Count];
        await Parallel.ForAsync(
            0,
            found.Length,
            Bounded(cancellationToken),
            async (place, _) => found[place] = await GetWarmAsync(edition, indices[place]));
        return found;
    }

    /// <summary>The subtotals that a unit holds of its children, in the order of <see cref="Edition.ChildrenOf"/>.</summary>
    /// <exception cref="LedgerUnavailableException">A new list of units is taking this one's place at this moment.</exception>
    public async Task<IReadOnlyList<Tally>> GetChildrenAsync(Edition edition, int index)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var tallies = await calls.CallAsync(Key(edition, index), static unit => unit.GetChildTallies());
        return tallies.RollUp.Subtotal.Version.Generation == edition.Generation
            ? tallies.Children
            : throw new LedgerUnavailableException($"Edition {edition.Name} is being replaced.");
    }

    /// <summary>Does something for several units, a bounded number at once.</summary>
    public static Task ForEachAsync(IEnumerable<int> indices, Func<int, Task> action, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(indices, Bounded(cancellationToken), async (index, _) => await action(index));

    private static UnitKey Key(Edition edition, int index)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new UnitKey(edition.Name, edition.Units[index].Code);
    }

    private static ParallelOptions Bounded(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
}
