using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Reports;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Hosting;

namespace Aggregation.Silo.Demonstration;

/// <summary>Loads the scenario of 20/02/2017 and marks the ledger as a demonstration for good.</summary>
/// <param name="settings">The settings.</param>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions.</param>
/// <param name="store">Where editions are kept.</param>
/// <param name="mark">The ledger's mark.</param>
/// <param name="intake">What takes every report.</param>
public sealed class ScenarioLoader(
    SiloSettings settings,
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    IUnitStore store,
    IDemonstrationMark mark,
    ReportIntake intake)
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
            throw new StartUpException(
                "--demo was asked for, but the ledger holds real reports; set ConnectionStrings:Ledger to another file.");
        await mark.SetAsync();
    }

    /// <summary>Records the scenario's reports; again, it records nothing.</summary>
    public async Task LoadAsync()
    {
        var scenario = Read();
        var submitter = Submitter.OfProgram(ScenarioReports.Reporter);
        foreach (var reports in ScenarioReports.Make(scenario, registry.Active, catalogue.LevelOf("province"), LastProvince(scenario))
            .Chunk(ReportBatchInput.MaxReports))
        {
            var batch = new ReportBatchInput();
            batch.Reports.AddRange(reports);
            if (await intake.SubmitAsync(batch, submitter, dryRun: false) is { Verdict: not SubmissionVerdict.Accepted } refused)
                throw new InvalidOperationException($"The scenario was refused: {refused.Verdict} {string.Join("; ", refused.Faults)}");
        }
    }

    private string LastProvince(ScenarioFile scenario) => settings.LastProvince ?? scenario.LastProvince.Default;
}
