using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Outboxes;
using Aggregation.Commands.Output;
using Aggregation.Contracts;
using Aggregation.Outboxes;

namespace Aggregation.Commands;

/// <summary><c>outbox correct NUMBER</c>: a refused report with some of its figures changed, sent under a new key.</summary>
internal static class OutboxCorrectCommand
{
    private static readonly Argument<long> Number = Arguments.Needed<long>("number");
    private static readonly Option<string?> Unit = Arguments.Text("--unit", "UNIT");
    private static readonly Option<string[]> Without = Arguments.Texts("--without", "ID");
    private static readonly Option<string[]> Confirm = Arguments.Confirm();

    public static Command Build()
    {
        var command = new Command("correct", Words.Get("Command.outbox.correct"))
        {
            Number, Unit, ReportFigures.Statuses, ReportFigures.Counts, ReportFigures.Models, ReportFigures.Declared, Without,
            ReportFigures.Note, ReportFigures.On,
            Confirm, OutboxChoice.Path,
        };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    /// <summary>Sends a refused report again as it is.</summary>
    public static void Retry(Outbox outbox, long number, string[] confirm)
    {
        Warn(outbox, number);
        outbox.Retry(number, confirm);
    }

    private static Task<int> RunAsync(CommandRun run)
    {
        using var outbox = OutboxChoice.Open(run);
        var number = run.Value(Number);
        var refused = outbox.Find(number) ?? throw new RefusedException(Words.Get("Outbox.NotRefused", number));
        var corrected = Correct(run, refused.Report);
        if (corrected.Withdraws is null && corrected is { Statuses: null, Counts: null, Declared: null, Models: null })
            throw new UsageException(Words.Get("NoFigures"));
        outbox.Correct(number, corrected);
        Warn(outbox, number);
        return Task.FromResult(OutboxCommand.PrintCounts(run, outbox));
    }

    // What is recorded last stands among reports of one day.
    private static void Warn(Outbox outbox, long number)
    {
        if (outbox.HasLaterRecorded(number))
            Printer.Error(Words.Get("StandsOverLater", number));
    }

    private static Report Correct(CommandRun run, Report refused)
    {
        var without = run.Value(Without).ToHashSet(StringComparer.Ordinal);
        return refused with
        {
            Unit = run.Value(Unit) ?? refused.Unit,
            EffectiveOn = run.Value(ReportFigures.On) ?? refused.EffectiveOn,
            Note = run.Value(ReportFigures.Note) ?? refused.Note,
            Statuses = Merge(refused.Statuses, ReportFigures.StatusesOf(run), without),
            Counts = Merge(refused.Counts, ReportFigures.CountsOf(run), without),
            Declared = Merge(refused.Declared, ReportFigures.DeclaredOf(run), without),
            Models = Merge(refused.Models, ReportFigures.ModelsOf(run), without),
            Confirm = run.Value(Confirm) is { Length: > 0 } codes ? [.. refused.Confirm ?? [], .. codes] : refused.Confirm,
        };
    }

    private static Dictionary<string, T>? Merge<T>(
        IReadOnlyDictionary<string, T>? refused,
        Dictionary<string, T>? given,
        HashSet<string> without)
    {
        var merged = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in (refused
            ?? new Dictionary<string, T>(StringComparer.Ordinal)).Where(figure => !without.Contains(figure.Key)).Concat(given ?? []))
            merged[name] = value;
        return merged.Count == 0 ? null : merged;
    }

    private static List<ReportedModel>? Merge(IReadOnlyList<ReportedModel>? refused, List<ReportedModel>? given, HashSet<string> without)
    {
        var named = (given ?? []).Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        var merged = (refused ?? []).Where(model => !without.Contains(model.Name) && !named.Contains(model.Name))
            .Concat(given ?? [])
            .ToList();
        return merged.Count == 0 ? null : merged;
    }
}
