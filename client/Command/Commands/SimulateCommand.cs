using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Commands.Simulation;
using Spectre.Console;

namespace Aggregation.Commands;

/// <summary><c>simulate</c>: simulated communes report at a pace; the summary says what was acknowledged.</summary>
internal static class SimulateCommand
{
    private static readonly Option<int> Rate = Arguments.Number("--rate", "N", 10, 1, 1_000_000);
    private static readonly Option<TimeSpan> For = Arguments.Duration("--for", "10s");
    private static readonly Option<string[]> Units = Arguments.Texts("--units", "UNIT");
    private static readonly Option<int> Senders = Arguments.Number("--senders", "N", 8, 1, 256);
    private static readonly Option<string?> BookFile = Arguments.Text("--book", "FILE");
    private static readonly Option<bool> Check = Arguments.Flag("--check");

    public static Command Build()
    {
        Units.AllowMultipleArgumentsPerToken = true;
        var command = new Command("simulate", Words.Get("Command.simulate")) { Rate, For, Units, Senders, BookFile, Check };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        run.Attempts = 10;
        var communes = await SimulatedCommunes.FindAsync(run.Client, run.Value(Units), run.Stop);
        if (communes.Count == 0)
            throw new RefusedException(Words.Get("NothingSimulated"));
        var catalogue = await run.Client.GetCatalogueAsync(run.Stop);
        var prefix = $"sim-{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}-{Guid.NewGuid().ToString("N")[..6]}-";
        using var book = Open(run.Value(BookFile));
        var simulation = new SimulationRun(
            run.Client,
            new RandomReports(catalogue, communes, prefix, Today.Value),
            book,
            run.Value(Rate),
            run.Value(Senders));
        await ShowAsync(run, simulation, book);

        var check = run.Value(Check) && !run.Stop.IsCancellationRequested
            ? await new BookChecking(run.Client, prefix, book).RunAsync(run.Stop)
            : null;
        var summary = new SimulationSummary(
            prefix,
            communes.Count,
            Math.Round(simulation.Took.TotalSeconds, 2),
            run.Value(Rate),
            Math.Round(book.Entries.Count / simulation.Took.TotalSeconds, 1),
            simulation.Sent,
            book.Entries.Count,
            book.Repeated,
            book.Unanswered,
            book.Percentile(0.5),
            book.Percentile(0.99),
            check);
        Print(run.Printer, summary);
        return run.Stop.IsCancellationRequested ? ExitCode.Interrupted
            : check is { Differences.Count: > 0 } ? ExitCode.Refused
            : summary.Unanswered > 0 ? ExitCode.Unreachable
            : ExitCode.Ok;
    }

    private static Book Open(string? file)
    {
        try
        {
            return new Book(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotWrite", file, exception.Message));
        }
    }

    private static Task ShowAsync(CommandRun run, SimulationRun simulation, Book book)
    {
        var duration = run.Value(For);
        if (!run.Printer.IsTerminal)
            return simulation.RunAsync(duration, run.Stop);
        return run.Printer.Console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(Words.Get("Simulating"), maxValue: Math.Max(1, run.Value(Rate) * duration.TotalSeconds));
            using var timer = new Timer(_ => bar.Value(book.Count), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
            await simulation.RunAsync(duration, run.Stop);
        });
    }

    private static void Print(Printer printer, SimulationSummary summary)
    {
        if (printer.IsJson)
        {
            printer.Json(summary, SimulationJson.Written.SimulationSummary);
            return;
        }

        printer.Line(
            Words.Get("SimulationResult", Figure.Of(summary.Acknowledged), Figure.Of(
                summary.Sent), summary.Seconds, summary.RateAcknowledged, summary.RateAsked, Figure.Of(summary.Units)),
            summary.Unanswered == 0 ? "bold green" : "bold yellow");
        printer.Line(Words.Get("SimulationTimes", summary.MedianMilliseconds, summary.P99Milliseconds));
        if (summary.Repeated > 0)
            printer.Line(Words.Get("SimulationRepeated", Figure.Of(summary.Repeated)));
        if (summary.Unanswered > 0)
            printer.Line(Words.Get("SimulationUnanswered", Figure.Of(summary.Unanswered)), "yellow");
        printer.Line(Words.Get("SimulationRun", summary.Run));
        if (summary.Check is { } check)
            PrintCheck(printer, check);
    }

    private static void PrintCheck(Printer printer, BookCheck check)
    {
        printer.Line(
            Words.Get("BookChecked", Figure.Of(check.Rows), Figure.Of(check.Units), Figure.Of(check.Differences.Count)),
            check.Differences.Count == 0 ? "bold green" : "bold red");
        foreach (var difference in check.Differences)
            printer.Line(difference);
    }
}
