using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>units list</c> and <c>units import</c>: the registry.</summary>
internal static class UnitsCommand
{
    private static readonly Option<string?> Parent = Arguments.Text("--parent", "UNIT");
    private static readonly Option<string?> Level = Arguments.Text("--level", "LEVEL", Arguments.Levels);
    private static readonly Option<string?> Name = Arguments.Text("--name", "TEXT");
    private static readonly Option<int> Limit = Arguments.Number("--limit", "N", 100, 0, int.MaxValue);

    public static Command Build()
    {
        var list = new Command("list", Words.Get("Command.units.list")) { Parent, Level, Name, Limit };
        CommandRun.Define(list, ListAsync);
        return new Command("units", Words.Get("Command.units")) { list, UnitsImportCommand.Build() };
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        var query = new UnitQuery { Parent = run.Value(Parent), Level = run.Value(Level), Text = run.Value(Name) };
        var (first, items, next) = await Pages.ReadAsync(
            run.Value(Limit),
            (cursor, limit) => run.Client.GetUnitPageAsync(query, cursor, limit, run.Stop),
            page => (page.Items, page.Next));
        if (run.IsJson)
        {
            run.Printer.Json(first with { Items = items, Next = next }, ReadJson.Written.UnitPage);
            return ExitCode.Ok;
        }

        run.Printer.Table(
            [Words.Get("Code"), Words.Get("Name"), Words.Get("Kind"), Words.Get("Level"), Words.Get("Parent"), Words.Get("Region")],
            items.Select(unit => new[] { unit.Code, unit.Name, unit.Kind, unit.Level, unit.Parent ?? "", unit.Region ?? "" }));
        if (next is not null)
            Printer.Error(Words.Get("MoreRows"));
        return ExitCode.Ok;
    }
}
