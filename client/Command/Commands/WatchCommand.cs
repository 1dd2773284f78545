using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Output;
using Aggregation.Commands.Watching;
using Aggregation.Contracts;
using Spectre.Console;

namespace Aggregation.Commands;

/// <summary>
/// <c>watch [unit]</c>: live. At a terminal a screen; in a pipe one line a change; with <c>--json</c> one roll-up a line.
/// </summary>
internal static class WatchCommand
{
    private const int MostUnits = 100;
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(250);
    private static readonly Argument<string> Unit = Arguments.Unit();
    private static readonly Option<bool> Children = Arguments.Flag("--with-children");

    public static Command Build()
    {
        var command = new Command("watch", Words.Get("Command.watch")) { Unit, Children };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        try
        {
            var top = run.Value(Unit);
            var codes = new List<string> { top };
            if (run.Printer.IsTerminal || run.Value(Children))
                codes.AddRange(await ChildrenAsync(run, top));
            if (run.IsJson)
                await WriteJsonAsync(run, codes);
            else if (run.Printer.IsTerminal)
                await DrawAsync(run, codes);
            else
                await WriteLinesAsync(run, codes);
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // That is how watching ends.
        }

        return ExitCode.Ok;
    }

    private static async Task<IEnumerable<string>> ChildrenAsync(CommandRun run, string top)
    {
        var page = await run.Client.GetUnitPageAsync(new UnitQuery { Parent = top }, limit: MostUnits - 1, cancellationToken: run.Stop);
        return page.Items.Select(unit => unit.Code);
    }

    private static async Task WriteJsonAsync(CommandRun run, List<string> codes)
    {
        await foreach (var rollUp in run.Client.WatchAsync(codes, new Interruptions(TellOnError), run.Stop))
            run.Printer.Json(rollUp, ReadJson.Written.UnitRollUp);
    }

    private static async Task WriteLinesAsync(CommandRun run, List<string> codes)
    {
        var words = new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop));
        var changes = new RollUpChanges(words);
        var newest = new Dictionary<string, UnitRollUp>(StringComparer.Ordinal);
        await foreach (var rollUp in run.Client.WatchAsync(codes, new Interruptions(TellOnError), run.Stop))
        {
            var differences = newest.TryGetValue(rollUp.Code, out var before)
                ? string.Join(", ", changes.Between(before, rollUp))
                : Words.Get("Now");
            newest[rollUp.Code] = rollUp;
            var headline = rollUp.Headlines.Count > 0 ? words.TextOf(rollUp.Headlines[0]) : "";
            var time = DateTime.Now.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
            run.Printer.Line(string.Join('\t', time, rollUp.Code, rollUp.Name, headline, differences));
        }
    }

    private static async Task DrawAsync(CommandRun run, List<string> codes)
    {
        var screen = new WatchScreen(codes[0], new CatalogueWords(await run.Client.GetCatalogueAsync(run.Stop)));
        var inbox = Channel.CreateUnbounded<UnitRollUp>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(run.Stop);
        var reading = ReadAsync(
            run,
            codes,
            inbox.Writer,
            new Interruptions(interruption => screen.Interruption = Sentence(interruption)),
            end.Token);
        var console = run.Printer.Console;
        console.Clear();
        await console.Live(screen.Draw(console.Profile.Width)).AutoClear(false).StartAsync(async context =>
        {
            using var timer = new PeriodicTimer(Redraw);
            while (!reading.IsCompleted && await timer.WaitForNextTickAsync(run.Stop))
            {
                while (inbox.Reader.TryRead(out var rollUp))
                    screen.Take(rollUp);
                console.Profile.Width = Math.Max(40, Console.WindowWidth);
                context.UpdateTarget(screen.Draw(console.Profile.Width));
            }
        });
        await reading;
    }

    private static async Task ReadAsync(
        CommandRun run,
        List<string> codes,
        ChannelWriter<UnitRollUp> inbox,
        IProgress<LiveInterruption> interrupted,
        CancellationToken cancellationToken)
    {
        await foreach (var rollUp in run.Client.WatchAsync(codes, interrupted, cancellationToken))
            await inbox.WriteAsync(rollUp, cancellationToken);
    }

    private static void TellOnError(LiveInterruption interruption) => Printer.Error(Sentence(interruption));

    private static string Sentence(LiveInterruption interruption) =>
        Words.Get("Interrupted", Math.Ceiling(interruption.Delay.TotalSeconds));

    private sealed class Interruptions(Action<LiveInterruption> tell) : IProgress<LiveInterruption>
    {
        public void Report(LiveInterruption value) => tell(value);
    }
}
