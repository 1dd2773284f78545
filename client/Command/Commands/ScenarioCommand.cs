using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Commands.Scenarios;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary>
/// <c>scenario load</c>: the conference of 20/02/2017. Only into a ledger whose answers say <c>simulated</c>: once such a
/// ledger holds a report, no official list can ever replace its simulated units, so every answer says so for good. And only while no
/// province has reported anything else.
/// </summary>
internal static class ScenarioCommand
{
    private static readonly Option<string?> LastProvince = Arguments.Text("--last-province", "CODE");

    public static Command Build()
    {
        var load = new Command("load", Words.Get("Command.scenario.load")) { LastProvince };
        CommandRun.Define(load, LoadAsync);
        return new Command("scenario", Words.Get("Command.scenario")) { load };
    }

    private static async Task<int> LoadAsync(CommandRun run)
    {
        var scenario = Scenario.Read();
        var provinces = await ProvincesAsync(run);
        var last = run.Value(LastProvince) ?? scenario.LastProvince.Default;
        if (provinces.Find(province => province.Code == last) is not { } lastProvince)
            throw new UsageException(Words.Get("NoProvince", last));

        await RefuseForeignReportsAsync(run, provinces, scenario);
        var reports = provinces.SelectMany(province => scenario.ReportsOf(province.Code, province == lastProvince)).ToList();
        var receipt = await run.Client.SubmitAsync(new ReportBatch(reports), cancellationToken: run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(receipt, WriteJson.Written.ReportReceipt);
            return ExitCode.Ok;
        }

        run.Printer.Line(Words.Of(scenario.Title), "bold");
        run.Printer.Line(Words.Get("Recorded", Figure.Of(receipt.Accepted), Figure.Of(receipt.Duplicates)), "green");
        run.Printer.Line($"{Words.Of(scenario.LastProvince.Note)} ({lastProvince.Code}, {lastProvince.Name})", "yellow");
        return ExitCode.Ok;
    }

    // A real province may have begun to report into a ledger whose communes are still simulated.
    private static async Task RefuseForeignReportsAsync(CommandRun run, List<RegistryUnit> provinces, Scenario scenario)
    {
        var hasOthers = false;
        foreach (var province in provinces)
        {
            var page = await run.Client.GetReportPageAsync(province.Code, cancellationToken: run.Stop);
            if (page.Items.Any(report => scenario.IsOwn(report.IdempotencyKey)))
                return;
            hasOthers |= page.Items.Count > 0;
        }

        if (hasOthers)
            throw new RefusedException(Words.Get("NotADemonstration"));
    }

    private static async Task<List<RegistryUnit>> ProvincesAsync(CommandRun run)
    {
        var (first, provinces, _) = await Pages.ReadAsync(
            0,
            (cursor, limit) => run.Client.GetUnitPageAsync(new UnitQuery { Level = "province" }, cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        return first.Simulated ? provinces : throw new RefusedException(Words.Get("NotADemonstration"));
    }
}
