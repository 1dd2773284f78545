using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Silo.Dashboard;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.Telemetry;
using Microsoft.AspNetCore.Hosting;
using Orleans;

namespace Aggregation.Silo;

/// <summary>
/// What an operator reads once the silo is ready: where the page and the API are, what runs, what is loaded, the headline, what to type
/// next.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="registry">The editions.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="grains">The grains.</param>
/// <param name="scenario">The scenario, for what it assumes.</param>
/// <param name="environment">Where the page's files are.</param>
/// <param name="reads">Whether a read needs a key here.</param>
/// <param name="time">The clock.</param>
public sealed partial class Banner(
    SiloSettings settings,
    TallyLayout layout,
    UnitRegistry registry,
    ILedger ledger,
    IGrainFactory grains,
    ScenarioLoader scenario,
    IWebHostEnvironment environment,
    PublicReads reads,
    TimeProvider time)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SettlingStep = TimeSpan.FromMilliseconds(20);

    /// <summary>Writes it to standard output.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var nation = await SettleAsync(cancellationToken);
        var text = string.Format(
            CultureInfo.CurrentCulture,
            BannerText.Ready,
            Address(),
            TelemetryPipeline.Engine,
            settings.Ledger.Place,
            Units(),
            Headlines(nation.Subtotal),
            AdminKey(),
            environment.HasDashboard() ? Address() + "/" : BannerText.NoPage,
            settings.PublicRead ?? reads.IsPrivate() ? "" : $" -H \"Authorization: Bearer {KeyInShell()}\"",
            Next());
        if (settings.Demo)
            text += Environment.NewLine + string.Format(
                CultureInfo.CurrentCulture,
                BannerText.Demonstration,
                scenario.Assumption(ScenarioLoader.Read())) + Environment.NewLine;
        await Console.Out.WriteLineAsync(text);
    }

    // What the scenario has just recorded is on its way up: the headline is read once it has arrived.
    private async Task<RollUp> SettleAsync(CancellationToken cancellationToken)
    {
        var edition = registry.Active;
        var unit = grains.GetGrain<IUnitGrain>(new UnitKey(edition.Name, edition.Units[0].Code).ToString());
        var expected = new AreaRows(edition, await ledger.ReadHeadsAsync(cancellationToken)).Area(0);
        var deadline = DateTime.UtcNow + Settling;
        var nation = await unit.GetRollUp();
        while (nation.Subtotal.Version.Rows < expected && DateTime.UtcNow < deadline)
        {
            await Task.Delay(SettlingStep, cancellationToken);
            nation = await unit.GetRollUp();
        }

        return nation;
    }

    private string Units()
    {
        var edition = registry.Active;
        var counts = layout.Catalogue.Levels
            .Select((level, number) => (Name: BannerText.Of(level.Label), Count: number < edition.LevelCounts.Length
                ? edition.LevelCounts[number]
                : 0))
            .Where(level => level.Count > 1)
            .Select(level => string.Create(
                CultureInfo.CurrentCulture,
                $"{level.Count:N0} {level.Name.ToLower(CultureInfo.CurrentCulture)}"));
        var text = $"{edition.Name}: {string.Join(", ", counts)}";
        return edition.Simulated ? $"{text} ({BannerText.Simulated})" : text;
    }

    private string Headlines(Tally nation)
    {
        var edition = registry.Active;
        var province = layout.Catalogue.LevelOf("province");
        var total = edition.CountBelow(0, province);
        return string.Join("; ", layout.Catalogue.Statuses.Where(status => status.AppliesTo(province)).Select(Headline));

        string Headline(Indicator status)
        {
            var complete = nation.Cells[layout.Status(status, province, status.StateOf(status.Complete!))];
            return string.Create(CultureInfo.InvariantCulture, $"{complete}/{total} {BannerText.Of(status.Label)}");
        }
    }

    // A report of a simulated unit would keep the official list out for good, so only a demonstration offers one.
    private string Next()
    {
        if (settings.Demo)
            return string.Format(
                CultureInfo.InvariantCulture,
                BannerText.ReportNext,
                Address(),
                KeyInShell(),
                SampleCommune(),
                Guid.NewGuid(),
                DayText.Format(ReportDay.Today(time)));
        return registry.Active.Simulated
            ? string.Format(CultureInfo.InvariantCulture, BannerText.ImportNext, Address(), KeyInShell(), registry.ActiveName)
            : "";
    }

    // What listens on every address is reached at this machine's own.
    private string Address() => EveryAddress().Replace(settings.FirstUrl, "://localhost");

    private string KeyInShell() => IsInFile ? $"$(cat '{settings.AdminKeyPath}')" : "$KEY";

    private bool IsInFile => settings.AdminKey is null && File.Exists(settings.AdminKeyPath);

    private string AdminKey() => IsInFile ? settings.AdminKeyPath : "Security:AdminKey";

    private string SampleCommune() => registry.Active.Units[^1].Code;

    [GeneratedRegex(@"://(\*|\+|0\.0\.0\.0|\[::\])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EveryAddress();
}
