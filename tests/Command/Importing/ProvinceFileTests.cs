using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Command.Fixtures;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;
using Xunit.Abstractions;
using Schema = Aggregation.Tests.Command.Fixtures.Schema;

namespace Aggregation.Tests.Command.Importing;

/// <summary>The file of a real province, from the template to the roll-up.</summary>
public sealed class ProvinceFileTests(ITestOutputHelper output) : IDisposable
{
    private const int Units = 1 + 30 + 579;

    private readonly TemporaryFolder folder = new();

    [RealListFact]
    public async Task Of_610_units_is_written_filled_in_imported_once_and_queued_and_pushed()
    {
        var box = Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")));
        var file = folder.File("ha-noi.xlsx");
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        Assert.Equal(0, (await CommandProcess.RunAsync(silo.Url, "units", "import", RealLists.PathOf("units-2023.csv"))).ExitCode);

        var template = await TimeAsync("template", () => CommandProcess.RunAsync(silo.Url, "template", "01", "--output", file));
        Fill(file, figure: 7);
        var imported = await TimeAsync("import", () => CommandProcess.RunAsync(silo.Url, "import", file, "--json"));
        var again = await TimeAsync("import of the same", () => CommandProcess.RunAsync(silo.Url, "import", file, "--json"));
        Fill(file, figure: 8);
        var queued = await TimeAsync(
            "import --queue",
            () => CommandProcess.RunWithAsync(silo.Url, box, null, "import", file, "--queue", "--json"));
        var pushed = await TimeAsync("push", () => CommandProcess.RunWithAsync(silo.Url, box, null, "push", "--json"));
        var status = await CommandProcess.RunAsync(silo.Url, "status", "01", "--json");

        Assert.Equal(0, template.ExitCode);
        Assert.Equal((Units, 0), Counts(Schema.Matches("fileReceipt", imported.Output), "accepted", "duplicates"));
        Assert.Equal((0, Units), Counts(Schema.Matches("fileReceipt", again.Output), "accepted", "duplicates"));
        Assert.Equal((Units, Units), Counts(Schema.Matches("queued", queued.Output), "queued", "waiting"));
        Assert.Equal((Units, 0), Counts(Schema.Matches("push", pushed.Output), "recorded", "leftWaiting"));
        Assert.Equal(
            (8, 8 * Units),
            Counts(Schema.Matches("rollUp", status.Output).GetProperty("counts").GetProperty("agencies"), "own", "total"));
    }

    public void Dispose() => folder.Dispose();

    private async Task<CommandResult> TimeAsync(string what, Func<Task<CommandResult>> run)
    {
        var watch = Stopwatch.StartNew();
        var result = await run();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
        return result;
    }

    private static (int, int) Counts(System.Text.Json.JsonElement answer, string one, string other) =>
        (answer.GetProperty(one).GetInt32(), answer.GetProperty(other).GetInt32());

    // The day and one figure in every row, as a person fills them in.
    private static void Fill(string file, int figure)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var workbook = document.WorkbookPart!;
        var sheet = ((WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().First().Id!)).Worksheet;
        var rows = sheet.Descendants<Row>().ToArray();
        var heading = rows[0].Elements<Cell>().First(cell => cell.InnerText == "Cơ quan, đơn vị (của chính đơn vị, không gồm cấp dưới)");
        var column = heading.CellReference!.Value!.TrimEnd('1');
        foreach (var row in rows.Skip(1))
        {
            Set(row, "C", new CellValue("20/02/2017"), CellValues.String);
            Set(row, column, new CellValue(figure), CellValues.Number);
        }
    }

    private static void Set(Row row, string column, CellValue value, CellValues type)
    {
        var reference = column + row.RowIndex!.Value.ToString(CultureInfo.InvariantCulture);
        var cell = row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == reference);
        if (cell is null)
        {
            var after = row.Elements<Cell>().LastOrDefault(other => other.CellReference!.Value!.Length < reference.Length
                || string.CompareOrdinal(other.CellReference.Value, reference) < 0);
            cell = row.InsertAfter(new Cell { CellReference = reference }, after)!;
        }

        cell.DataType = type;
        cell.RemoveAllChildren();
        cell.Append(value);
    }
}
