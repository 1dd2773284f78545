using System;
using System.CommandLine;
using System.IO;
using Aggregation.Outboxes;

namespace Aggregation.Commands.Outboxes;

/// <summary>Which outbox a command uses, and whether it uses one.</summary>
internal static class OutboxChoice
{
    public static readonly Option<bool> Queue = Arguments.Flag("--queue");

    public static readonly Option<string?> Path = Arguments.Text("--outbox", "FILE");

    private const string Variable = "AGGREGATION_OUTBOX";

    /// <summary>Opens the outbox that was named, or else that of the silo.</summary>
    /// <exception cref="UsageException">It cannot be.</exception>
    public static Outbox Open(CommandRun run)
    {
        var named = run.Value(Path) ?? Environment.GetEnvironmentVariable(Variable);
        var path = string.IsNullOrEmpty(named) ? Outbox.DefaultPath(run.Address) : named;
        if (Directory.Exists(path))
            throw new UsageException(Words.Get("OutboxIsFolder", path));
        return Outbox.Open(path, run.Address);
    }

    /// <summary>Whether the command is to put what it has into the outbox.</summary>
    /// <param name="run">The run.</param>
    /// <param name="check">The option with which it would record nothing.</param>
    /// <exception cref="UsageException">Both were asked for.</exception>
    public static bool IsAsked(CommandRun run, Option<bool> check) =>
        run.Value(Queue) && run.Value(check) ? throw new UsageException(Words.Get("QueueAndCheck", check.Name)) : run.Value(Queue);
}
