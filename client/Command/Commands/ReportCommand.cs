using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>report [UNIT]</c>: one report from the command line, or a batch from a file.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string?> Unit = Arguments.WithoutOptions(new Argument<string?>("unit")
    {
        Description = Words.Get("Argument.reporting-unit"),
        HelpName = "UNIT",
        Arity = ArgumentArity.ZeroOrOne,
    });

    private static readonly Option<string?> Key = Arguments.Text("--idempotency-key", "KEY");
    private static readonly Option<string?> BatchFile = Arguments.Text("--file", "FILE");
    private static readonly Option<string[]> Confirm = Arguments.Confirm();
    private static readonly Option<bool> DryRun = Arguments.Flag("--dry-run");

    // A field that the API does not know would be lost without a word.
    private static readonly WriteJson Strict =
        new(new JsonSerializerOptions(WriteJson.Default.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });

    public static Command Build()
    {
        var command = new Command("report", Words.Get("Command.report"))
        {
            Unit, ReportFigures.Statuses, ReportFigures.Counts, ReportFigures.Models, ReportFigures.Declared, ReportFigures.Note,
            ReportFigures.On,
            Key, BatchFile, Confirm, DryRun, OutboxChoice.Queue, OutboxChoice.Path,
        };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var batch = run.Value(BatchFile) is { } file
            ? await ReadAsync(run, file)
            : new ReportBatch([Make(run)]) { Edition = run.Value(Settings.GlobalOptions.Edition) };
        if (run.Value(Confirm) is { Length: > 0 } codes)
            batch = batch with
            {
                Reports = [.. batch.Reports.Select(report => report with { Confirm = [.. report.Confirm
                ?? [], .. codes] })]
            };
        return OutboxChoice.IsAsked(run, DryRun) ? Queueing.Run(run, batch) : await SendAsync(run, batch, run.Value(DryRun));
    }

    /// <summary>Sends a batch and tells what became of it.</summary>
    public static async Task<int> SendAsync(CommandRun run, ReportBatch batch, bool dryRun)
    {
        var receipt = await run.Client.SubmitAsync(batch, dryRun, run.Stop);
        if (run.IsJson)
        {
            run.Printer.Json(receipt, WriteJson.Written.ReportReceipt);
            return ExitCode.Ok;
        }

        run.Printer.Line(Words.Get(dryRun
            ? "WouldRecord"
            : "Recorded", Figure.Of(receipt.Accepted), Figure.Of(receipt.Duplicates)), "green");
        run.Printer.Table(
            [Words.Get("Code"), "#" + Words.Get("Sequence"), Words.Get("Outcome"), Words.Get("IdempotencyKey")],
            receipt.Results.Zip(batch.Reports, (result, report) => new[] { result.Unit, $"{result.Sequence}", Words.Get("Outcome."
                + result.Outcome), report.IdempotencyKey }));
        return ExitCode.Ok;
    }

    /// <summary>A key that no other report has.</summary>
    public static string NewKey() => $"cmd-{Guid.NewGuid():N}";

    private static Report Make(CommandRun run)
    {
        var report = new Report
        {
            Unit = run.Value(Unit) ?? throw new UsageException(Words.Get("NoUnit")),
            IdempotencyKey = run.Value(Key) ?? NewKey(),
            EffectiveOn = run.Value(ReportFigures.On) ?? Today.Value,
            Statuses = ReportFigures.StatusesOf(run),
            Counts = ReportFigures.CountsOf(run),
            Declared = ReportFigures.DeclaredOf(run),
            Models = ReportFigures.ModelsOf(run),
            Note = run.Value(ReportFigures.Note),
        };
        return report is { Statuses: null, Counts: null, Declared: null, Models: null }
            ? throw new UsageException(Words.Get("NoFigures"))
            : report;
    }

    private static async Task<ReportBatch> ReadAsync(CommandRun run, string file)
    {
        if (run.Value(Unit) is not null)
            throw new UsageException(Words.Get("UnitAndFile"));
        try
        {
            using var content = new MemoryStream();
            await using (var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file))
                await stream.CopyToAsync(content, run.Stop);
            content.Position = 0;

            // What Windows PowerShell writes with ">".
            if (content.GetBuffer().AsSpan(0, (int)content.Length) is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
                throw new UsageException(Words.Get("Utf16", file));
            return await JsonSerializer.DeserializeAsync(content, Strict.ReportBatch, run.Stop) is { Reports: not null } batch
                ? batch
                : throw new JsonException("reports?");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("CannotRead", file, exception.Message));
        }
    }
}
