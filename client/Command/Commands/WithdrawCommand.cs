using System;
using System.CommandLine;
using System.Threading.Tasks;
using Aggregation.Commands.Outboxes;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>withdraw UNIT SEQUENCE</c>: takes back a report.</summary>
internal static class WithdrawCommand
{
    private static readonly Argument<string> Unit = Arguments.Needed<string>("unit");
    private static readonly Argument<int> Sequence = Arguments.Needed<int>("sequence");
    private static readonly Option<string?> Note = Arguments.Text("--note", "TEXT");
    private static readonly Option<DateOnly?> On = Arguments.Day("--on");
    private static readonly Option<string?> Key = Arguments.Text("--idempotency-key", "KEY");
    private static readonly Option<bool> DryRun = Arguments.Flag("--dry-run");

    public static Command Build()
    {
        var command = new Command(
            "withdraw",
            Words.Get("Command.withdraw")) { Unit, Sequence, Note, On, Key, DryRun, OutboxChoice.Queue, OutboxChoice.Path };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        var report = new Report
        {
            Unit = run.Value(Unit),
            Withdraws = run.Value(Sequence),
            IdempotencyKey = run.Value(Key) ?? ReportCommand.NewKey(),
            EffectiveOn = run.Value(On) ?? Today.Value,
            Note = run.Value(Note),
        };
        var batch = new ReportBatch([report]) { Edition = run.Value(Settings.GlobalOptions.Edition) };
        return OutboxChoice.IsAsked(run, DryRun) ? Queueing.Run(run, batch) : await ReportCommand.SendAsync(run, batch, run.Value(DryRun));
    }
}
