using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Contracts;
using Spectre.Console;

namespace Aggregation.Commands;

/// <summary><c>units import FILE</c>: the official list, in the project's own columns or the statistics office's.</summary>
internal static class UnitsImportCommand
{
    private static readonly Argument<string> ListFile = Arguments.Needed<string>("file");
    private static readonly Option<string[]> Allow = Arguments.Texts("--allow", "moves|renames");

    public static Command Build()
    {
        Allow.AcceptOnlyFromAmong("moves", "renames");
        var command = new Command("import", Words.Get("Command.units.import")) { ListFile, Allow };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var list = await ReadAsync(run, run.Value(ListFile));
        try
        {
            var receipt = await SendAsync(run, list);
            if (run.IsJson)
                run.Printer.Json(receipt, AccessJson.Written.ImportReceipt);
            else
                Print(run.Printer, receipt);
            return ExitCode.Ok;
        }
        catch (AggregationProblemException problem) when (!run.IsJson && problem.Errors.Any(error => error.Line is not null))
        {
            return PrintRefusal(run.Printer, problem, list);
        }
    }

    private static async Task<byte[]> ReadAsync(CommandRun run, string file)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, run.Stop);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotRead", file, exception.Message));
        }
    }

    // The bar is of what is sent; what the silo does with it then has no length that anybody knows.
    private static async Task<ImportReceipt> SendAsync(CommandRun run, byte[] list)
    {
        var allow = run.Value(Allow);
        if (!run.Printer.IsTerminal)
            return await run.Client.ImportUnitsAsync(list, allow, cancellationToken: run.Stop);
        return await run.Printer.Console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(Words.Get("Sending"), maxValue: Math.Max(1, list.Length));
            var progress = new Progress<long>(sent =>
            {
                bar.Value = sent;
                if (sent == list.Length)
                    bar.Description(Words.Get("Checking")).IsIndeterminate();
            });
            return await run.Client.ImportUnitsAsync(list, allow, progress, run.Stop);
        });
    }

    private static void Print(Printer printer, ImportReceipt receipt)
    {
        printer.Line(
            Words.Get("Imported", receipt.Edition, Figure.Of(receipt.Added), Figure.Of(receipt.Renamed), Figure.Of(receipt.Unchanged)),
            "green");
        printer.Table(
            [Words.Get("Level"), "#" + Words.Get("Units")],
            receipt.Levels.Select(level => new[] { level.Key, Figure.Of(level.Value) }));
    }

    private static int PrintRefusal(Printer printer, AggregationProblemException problem, byte[] list)
    {
        var lines = Encoding.UTF8.GetString(list).Split('\n');
        Printer.Error($"{problem.Title}: {problem.Detail}");
        printer.Table(
            ["#" + Words.Get("Line"), Words.Get("Reason"), Words.Get("Row")],
            problem.Errors.Select(error => new[] { error.Line?.ToString(CultureInfo.InvariantCulture)
                ?? "", error.Message, RowOf(lines, error.Line) }));
        return ProblemPrinter.CodeOf(problem.Status);
    }

    private static string RowOf(string[] lines, int? line) =>
        line is { } number && number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : "";
}
