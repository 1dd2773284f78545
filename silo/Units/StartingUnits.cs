using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Import;
using Aggregation.Api.Resources;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Import;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Hosting;

namespace Aggregation.Silo.Units;

/// <summary>The units a silo starts with: those stored, else the list that <c>Units:Path</c> names, else the seeds.</summary>
/// <param name="settings">The settings.</param>
/// <param name="catalogue">The catalogue.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="stored">Reads them.</param>
/// <param name="registry">What is filled.</param>
public sealed class StartingUnits(
    SiloSettings settings,
    IndicatorCatalogue catalogue,
    IUnitStore store,
    StoredUnits stored,
    UnitRegistry registry)
{
    /// <summary>The edition whose provinces the seeds hold.</summary>
    private const string SeedEdition = "2023";

    /// <summary>Fills the registry.</summary>
    /// <exception cref="StartUpException">There is no usable list.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await stored.RefreshAsync(cancellationToken);
        if (registry.Find(settings.Edition) is not null)
            return;
        if (await store.GenerationAsync(settings.Edition, cancellationToken) > 0)
        {
            // Another silo that starts now may have stored them since.
            await stored.RefreshAsync(cancellationToken);
            if (registry.Find(settings.Edition) is not null)
                return;
            throw new StartUpException(
                $"The units of edition {settings.Edition} in the ledger are not as they were imported: somebody changed them by hand; "
                    + "restore the ledger, or, to take them as they stand, set Ledger__AdoptRecords=true for this one start, which is "
                    + "recorded.");
        }

        await AddAsync(settings.UnitsPath is null ? Simulated() : Listed(settings.UnitsPath), cancellationToken);
    }

    private async Task AddAsync(Edition edition, CancellationToken cancellationToken)
    {
        try
        {
            await store.SaveAsync(edition, import: null, cancellationToken);
            registry.Publish(edition);
        }
        catch (StaleEditionException)
        {
            // Another silo that starts now was faster; one list is as good as the other.
            await stored.RefreshAsync(cancellationToken);
        }
    }

    private Edition Simulated() => string.Equals(settings.Edition, SeedEdition, StringComparison.Ordinal)
        ? SimulatedUnits.Make(SeedEdition, catalogue, SeedProvinces.Read(Path.Combine(SeedFiles.Folder, "provinces.csv")))
        : throw new StartUpException(
            $"Units:Edition is '{settings.Edition}', which has no units yet, and the seeds hold only the provinces of '{SeedEdition}'; "
                + "set Units:Path to its whole list, the nation included.");

    private Edition Listed(string path)
    {
        var faults = new List<ImportFault>();
        var rows = UnitListFile.Read(File.ReadAllText(path), faults, CancellationToken.None);

        // A list with a nation stands by itself; the statistics office's begins below the provinces.
        var isWhole = rows.Any(row => string.Equals(row.Level, catalogue.Levels[0].Id, StringComparison.Ordinal));
        var below = isWhole ? null : new Edition(settings.Edition, 0, Simulated().Units.Where(unit => !unit.Simulated));
        var list = new UnitList(settings.Edition, rows, AllowMoves: false, AllowRenames: false);
        var (outcome, edition) = UnitListMerge.Run(catalogue, list, below, (below?.HighestId ?? 0) + 1);
        faults.AddRange(outcome.Faults);
        return faults.Count == 0
            ? edition!
            : throw new StartUpException(
                $"Units:Path is '{path}', of which {faults.Count} lines are refused; the first is line {faults[0].Line}: "
                    + $"{Messages.Format(Language.English, $"Import.{faults[0].Code}", faults[0].Arguments)}");
    }
}
