using System.CommandLine;
using System.IO;
using System.Threading.Tasks;

namespace Aggregation.Commands;

/// <summary><c>completion SHELL</c>: prints what makes a shell complete the command.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = Arguments.Needed<string>("shell");

    public static Command Build()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", Words.Get("Command.completion")) { Shell };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        using var reader =
            new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream("completion." + run.Value(Shell))!);
        run.Printer.Line((await reader.ReadToEndAsync(run.Stop)).TrimEnd());
        return ExitCode.Ok;
    }
}
