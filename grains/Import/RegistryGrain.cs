using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Import;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Units;
using Orleans;

namespace Aggregation.Grains.Import;

/// <inheritdoc cref="IRegistryGrain"/>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions of this silo.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="stored">Reads them again.</param>
/// <param name="time">The clock.</param>
[GrainType("registry")]
public sealed class RegistryGrain(
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    IUnitStore store,
    StoredUnits stored,
    TimeProvider time) : Grain, IRegistryGrain
{
    /// <summary>The most units whose move is named in an act; how many moved is told in any case.</summary>
    private const int MaxMovesNamed = 1_000;

    private const int MaxOriginLength = 200;

    /// <inheritdoc/>
    public async Task<ImportOutcome> Import(UnitList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        // Another silo may have imported a moment ago.
        await stored.RefreshAsync(CancellationToken.None);
        var current = registry.Find(list.Edition);
        if (current is { Simulated: true } && await store.HasReportsAsync(CancellationToken.None))
            return new ImportOutcome { LedgerInUse = true };

        var nextId = registry.Editions.Select(edition => edition.HighestId).DefaultIfEmpty(0).Max() + 1;
        var (outcome, edition) = UnitListMerge.Run(catalogue, list, current, nextId);
        if (edition is null)
            return outcome;

        try
        {
            await store.SaveAsync(edition, ActOf(list, outcome, current, edition), CancellationToken.None);
        }
        catch (UnitsInUseException)
        {
            return new ImportOutcome { LedgerInUse = true };
        }

        registry.Publish(edition);
        return outcome with { IsRecorded = true };
    }

    private AdministrativeAct ActOf(UnitList list, ImportOutcome outcome, Edition? before, Edition edition)
    {
        var moves = edition.Units
            .Select(unit => (unit.Code, From: before?.Find(unit.Code)?.Parent, To: unit.Parent))
            .Where(move => move.From is not null && !string.Equals(move.From, move.To, StringComparison.Ordinal))
            .ToList();
        return new AdministrativeAct
        {
            At = time.GetUtcNow(),
            Act = ActName.UnitsImported,
            Key = Bounded(list.Origin?.Key),
            Edition = edition.Name,
            Unit = edition.Units[0].Code,
            RequestId = Bounded(list.Origin?.RequestId),
            Address = Bounded(list.Origin?.Address),
            Figures = ImmutableSortedDictionary<string, long>.Empty.Add("added", outcome.Added)
                .Add("renamed", outcome.Renamed)
                .Add("moved", moves.Count),
            Details = moves.Take(MaxMovesNamed).ToImmutableSortedDictionary(
                move => move.Code,
                move => $"{move.From} → {move.To}",
                StringComparer.Ordinal),
        };
    }

    private static string? Bounded(string? text) => text is { Length: > MaxOriginLength } ? text[..MaxOriginLength] : text;
}
