using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Hosting;
using Orleans;

namespace Aggregation.Silo.Demonstration;

/// <summary>Loads the scenario of 20/02/2017 and marks the ledger as a demonstration for good.</summary>
/// <param name="settings">The settings.</param>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="mark">The ledger's mark.</param>
/// <param name="grains">The grains.</param>
public sealed class ScenarioLoader(
    SiloSettings settings,
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    IUnitStore store,
    IDemonstrationMark mark,
    IGrainFactory grains)
{
    private static readonly string Path = System.IO.Path.Combine(SeedFiles.Folder, "scenarios", "2017-02-20.json");

    /// <summary>The scenario's sentence about the province that the article does not name.</summary>
    public string Assumption(ScenarioFile scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var province = registry.Active.Find(LastProvince(scenario))!;
        return $"{scenario.LastProvince.Note.Vi} (Scenario:LastProvince = {province.Code}, {province.Name})";
    }

    /// <summary>Reads the scenario.</summary>
    /// <exception cref="InvalidDataException">The file is not one.</exception>
    public static ScenarioFile Read() => ScenarioFile.Read(Path);

    /// <summary>Refuses a ledger that holds real figures, and a province that does not exist; marks the ledger.</summary>
    /// <exception cref="StartUpException">The ledger or the setting cannot be used for a demonstration.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var last = LastProvince(Read());
        if (registry.Active.Find(last)?.Level != catalogue.LevelOf("province"))
            throw new StartUpException($"Scenario:LastProvince is '{last}'; it must be the code of a province, such as '96'.");
        if (!mark.IsSet && await store.HasReportsAsync(cancellationToken))
            throw new StartUpException("--demo was asked for, but the ledger holds real reports; set ConnectionStrings:Ledger to another file.");
        await mark.SetAsync();
    }

    /// <summary>Records the scenario's reports; again, it records nothing.</summary>
    public async Task LoadAsync()
    {
        var scenario = Read();
        var edition = registry.Active;
        var reports = ScenarioReports.Make(scenario, edition, catalogue.LevelOf("province"), LastProvince(scenario));
        var outcomes = await Task.WhenAll(reports.Select(unit => RecordAsync(edition, unit.Unit, unit.Reports)));
        if (outcomes.SelectMany(outcome => outcome).FirstOrDefault(outcome => outcome.Verdict is not (ReportVerdict.Accepted or ReportVerdict.Duplicate)) is { } refused)
            throw new InvalidOperationException($"The scenario was refused: {refused.Verdict} {string.Join("; ", refused.Faults)}");
    }

    private Task<System.Collections.Immutable.ImmutableArray<ReportOutcome>> RecordAsync(Edition edition, string unit, UnitReports reports) =>
        grains.GetGrain<IUnitGrain>(new UnitKey(edition.Name, unit).ToString()).Report(reports);

    private string LastProvince(ScenarioFile scenario) => settings.LastProvince ?? scenario.LastProvince.Default;
}
