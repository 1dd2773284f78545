using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>catalogue</c>: what can be reported.</summary>
internal static class CatalogueCommand
{
    public static Command Build()
    {
        var command = new Command("catalogue", Words.Get("Command.catalogue"));
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var catalogue = await run.Client.GetCatalogueAsync(run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(catalogue, ReadJson.Written.PublishedCatalogue);
            return ExitCode.Ok;
        }

        run.Printer.Table(
            ["Id", Words.Get("Meaning"), Words.Get("Levels"), Words.Get("States")],
            catalogue.Indicators.Select(indicator => new[] { indicator.Id, Words.Of(indicator.Label), string.Join(
                ", ",
                indicator.Levels), StatesOf(indicator) }));
        run.Printer.Table(
            [Words.Get("Kind"), Words.Get("Meaning")],
            catalogue.ModelKinds.Select(kind => new[] { kind, Words.Of(catalogue.ModelKindLabels[kind]) }));
        return ExitCode.Ok;
    }

    private static string StatesOf(PublishedIndicator indicator) =>
        string.Join(", ", indicator.States.Select(state => state == indicator.Complete ? state + " ✓" : state));
}
