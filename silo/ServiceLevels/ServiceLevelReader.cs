using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>Looks at the ledger, the nation and the keys for what service levels are measured by.</summary>
/// <param name="registry">The editions.</param>
/// <param name="heads">What the ledger held some seconds ago.</param>
/// <param name="calls">Calls the nation.</param>
/// <param name="keys">The keys.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceLevelReader(UnitRegistry registry, AgedHeads heads, UnitCalls calls, AccessKeys keys, TimeProvider time)
{
    /// <summary>Looks once.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    /// <exception cref="TimeoutException">The nation does not answer.</exception>
    /// <exception cref="Orleans.Runtime.OrleansException">The nation cannot be reached.</exception>
    /// <exception cref="NotSupportedException">The nation is active in a silo of an earlier release.</exception>
    public async Task<ServiceLevelReading> ReadAsync(CancellationToken cancellationToken)
    {
        var edition = registry.Active;
        // Before the nation is asked: it may know more than these, never less.
        var expected = (await heads.GetAsync(edition, cancellationToken)).Aged;
        var nation = await AskNationAsync(edition);
        var behind = expected is null ? (long?)null : Math.Max(0, expected.Area(0) - nation.Version.Tally.Rows);
        var today = ReportDay.Today(time);
        var expiring = (await keys.ListAsync(cancellationToken)).Count(key => key.ReplacedBy is null
            && KeyExpiry.StateOf(key, today) == KeyState.Expiring);
        return new ServiceLevelReading(behind, ProvincesOf(edition, nation), expiring);
    }

    // What a silo answers to a call that came after it was built.
    private async Task<AreaFreshness> AskNationAsync(Edition edition)
    {
        try
        {
            return await calls.CallAsync(new UnitKey(edition.Name, edition.Units[0].Code), static unit => unit.GetFreshness());
        }
        catch (TypeLoadException exception)
        {
            throw new NotSupportedException(
                "The nation is active in a silo of an earlier release, which cannot say how far it is behind; it can once every silo is "
                    + "upgraded.",
                exception);
        }
    }

    // An import may have reached only one of the two; then the next reading tells.
    private static ImmutableArray<ProvinceReport> ProvincesOf(Edition edition, AreaFreshness nation)
    {
        var children = edition.ChildrenOf(0);
        if (nation.Version.Tally.Generation != edition.Generation || nation.ChildrenRecordedAt.Length != children.Length)
            return [];
        var provinces = ImmutableArray.CreateBuilder<ProvinceReport>(children.Length);
        for (var place = 0; place < children.Length; place++)
            provinces.Add(new ProvinceReport(edition.Units[children[place]].Code, nation.ChildrenRecordedAt[place]));
        return provinces.MoveToImmutable();
    }
}
