using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Importing;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Aggregation.Files.Sending;

namespace Aggregation.Commands;

/// <summary><c>import FILE</c>: reports from a spreadsheet, all or none.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> ReportFileName =
        Arguments.WithoutOptions(new Argument<string>("file") { Description = Words.Get("Argument.report-file"), HelpName = "FILE" });
    private static readonly Option<bool> Check = new("--check") { Description = Words.Get("Option.import.--check") };
    private static readonly Option<bool> Again = Arguments.Flag("--again");
    private static readonly Option<string[]> Confirm = Arguments.Confirm();
    private static readonly Option<string?> Marked = Arguments.Text("--marked", "FILE");

    public static Command Build()
    {
        var command = new Command(
            "import",
            Words.Get("Command.import")) { ReportFileName, Check, Again, Confirm, Marked, OutboxChoice.Queue, OutboxChoice.Path };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var content = await ReadAsync(run, run.Value(ReportFileName));
        if (OutboxChoice.IsAsked(run, Check))
            return await QueueAsync(run, content);
        var area = await PublishedArea.ReadAsync(run);
        var reading = ReportFile.Read(content, area, Today.Value, CultureInfo.CurrentUICulture, run.Stop);
        if (run.Value(Again))
            reading = reading.WithNewKeys();
        var outcome = await SendAsync(run, reading.Confirming(run.Value(Confirm)));
        if (outcome.Receipt is { } receipt)
            return PrintReceipt(run, receipt);

        return await RefuseAsync(run, content, outcome);
    }

    private static async Task<int> QueueAsync(CommandRun run, byte[] content)
    {
        run.Attempts = 1;
        using var outbox = OutboxChoice.Open(run);
        var reading = await new RememberedArea(run, outbox).ReadFileAsync(content);
        if (reading.Faults.Count > 0)
            return await RefuseAsync(run, content, new FileOutcome(FileVerdict.Invalid, null, reading.Faults, null, []));
        var isAgain = run.Value(Again);
        var kept = (isAgain ? reading.WithNewKeys() : reading).Confirming(run.Value(Confirm));
        var batch = new ReportBatch([.. kept.Reports.Select(report => report.Report)]) { Edition = run.Value(GlobalOptions.Edition) };
        outbox.AddFile(batch, reading.Digest, Path.GetFileName(run.Value(ReportFileName)), again: isAgain);
        return Queueing.Tell(run, outbox, batch.Reports.Count, reading.UnchangedRows);
    }

    private static async Task<int> RefuseAsync(CommandRun run, byte[] content, FileOutcome outcome)
    {
        var code = PrintRefusal(run, outcome);
        if (run.Value(Marked) is { } marked && outcome.Faults.Count > 0)
            await MarkAsync(run, content, outcome, marked);
        return code;
    }

    private static async Task<byte[]> ReadAsync(CommandRun run, string file)
    {
        try
        {
            if (new FileInfo(file).Length > FileLimits.MaxBytes)
                throw new RefusedException(Words.Get("FileTooLong", file, Figure.Of(FileLimits.MaxBytes)));
            return await File.ReadAllBytesAsync(file, run.Stop);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotRead", file, exception.Message));
        }
    }

    private static async Task<FileOutcome> SendAsync(CommandRun run, FileReading reading)
    {
        var sink = new ClientSink(run);
        try
        {
            return await FileSubmission.RunAsync(reading, sink, run.Value(Check), run.Stop);
        }
        catch (Exception exception) when (sink.HasRecorded
            && exception is AggregationUnreachableException or AggregationProblemException or OperationCanceledException)
        {
            Printer.Error(Words.Get("SendFileAgain"));
            throw;
        }
    }

    private static int PrintReceipt(CommandRun run, FileReceipt receipt)
    {
        if (run.IsJson)
        {
            run.Printer.Json(receipt, WriteJson.Written.FileReceipt);
            return ExitCode.Ok;
        }

        run.Printer.Line(Words.Get(run.Value(Check)
            ? "WouldRecord"
            : "Recorded", Figure.Of(receipt.Accepted), Figure.Of(receipt.Duplicates)), "green");
        run.Printer.Line(Words.Get("UnchangedRows", Figure.Of(receipt.UnchangedRows)));
        if (receipt.Accepted == 0)
            run.Printer.Line(Words.Get("SameFile"), "yellow");
        run.Printer.Table(
            ["#" + Words.Get("Line"), Words.Get("Unit"), Words.Get("EffectiveOn"), "#"
                + Words.Get("Figures"), "#" + Words.Get("Sequence"), Words.Get("Outcome")],
            receipt.Results.Select(result => new[]
            {
                $"{result.Sheet} {result.Row}".Trim(), result.Report.Unit, Figure.Of(result.Report.EffectiveOn), Figure.Of(
                    FiguresOf(result.Report)), $"{result.Sequence}", Words.Get("Outcome." + result.Outcome),
            }));
        return ExitCode.Ok;
    }

    private static int FiguresOf(Report report) =>
        (report.Counts?.Count ?? 0) + (report.Statuses?.Count ?? 0) + (report.Declared?.Count ?? 0) + (report.Models?.Count ?? 0);

    private static int PrintRefusal(CommandRun run, FileOutcome outcome)
    {
        var title = outcome.Cause?.Title ?? Words.Get("FileRefused");
        var detail = outcome.Faults.All(fault => fault.IsWarning) && !outcome.Recorded.Any()
            ? Words.Get("FileWarnings", Figure.Of(outcome.Faults.Count))
            : Words.Get(outcome.Recorded.Any()
                ? "FilePartlyRecorded"
                : "FileFaults", Figure.Of(outcome.Faults.Count), Figure.Of(outcome.Recorded.Count));
        if (run.IsJson)
        {
            var errors = outcome.Faults.Select(ErrorOf).ToArray();
            run.Printer.Json(new Problem
            {
                Type = outcome.Cause?.Type ?? "urn:aggregation:problem:file-refused",
                Title = title,
                Status = (int)StatusOf(outcome),
                Detail = detail,
                Errors = errors,
                Results = outcome.Recorded.Any() ? outcome.Recorded : null
            }, WriteJson.Written.Problem);
        }

        Printer.Error($"{title}: {detail}");
        if (!run.IsJson)
        {
            run.Printer.Table(
                [Words.Get("Sheet"), Words.Get("Cell"), Words.Get("Code"), Words.Get("Reason")],
                outcome.Faults.Select(fault => new[] { fault.Place.Sheet
                    ?? "", fault.Place.Cell ?? (fault.Place.Row > 0 ? $"{fault.Place.Row}" : ""), fault.Code, fault.Message }));
            ProblemPrinter.PrintConfirmation(outcome.Faults.Where(fault => fault.IsWarning).Select(fault => fault.Code));
        }

        return ProblemPrinter.CodeOf(StatusOf(outcome));
    }

    // As the silo would answer the same file.
    private static HttpStatusCode StatusOf(FileOutcome outcome) => outcome.Verdict switch
    {
        FileVerdict.Forbidden => HttpStatusCode.Forbidden,
        FileVerdict.Conflict => HttpStatusCode.Conflict,
        FileVerdict.NotTaken => (HttpStatusCode)outcome.Cause!.Status,
        _ => HttpStatusCode.UnprocessableEntity,
    };

    private static ProblemError ErrorOf(FileFault fault) => new(
        fault.Place.Pointer,
        fault.Code,
        fault.Message,
        Sheet: fault.Place.Sheet,
        Row: fault.Place.Row > 0 ? fault.Place.Row : null,
        Column: fault.Place.Column > 0 ? fault.Place.Column : null,
        Cell: fault.Place.Cell,
        Severity: fault.IsWarning ? ProblemPrinter.Warning : null);

    private static async Task MarkAsync(CommandRun run, byte[] content, FileOutcome outcome, string path)
    {
        if (MarkedFile.Mark(content, outcome.Faults, CultureInfo.CurrentUICulture, run.Stop) is not { } copy)
        {
            Printer.Error(Words.Get("CannotMark"));
            return;
        }

        try
        {
            await File.WriteAllBytesAsync(path, copy, run.Stop);
            Printer.Error(Words.Get("MarkedCopy", path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotWrite", path, exception.Message));
        }
    }
}
