using System.CommandLine;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary><c>verify</c>: proves the live totals and, deeply, the ledger's rows.</summary>
internal static class VerifyCommand
{
    private static readonly Option<bool> Deep = Arguments.Flag("--deep");

    public static Command Build()
    {
        var command = new Command("verify", Words.Get("Command.verify")) { Deep };
        CommandRun.Define(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run)
    {
        run.WaitLong();
        var verification = await (run.Value(Deep) ? run.Client.VerifyDeeplyAsync(run.Stop) : run.Client.VerifyAsync(run.Stop));
        if (run.IsJson)
            run.Printer.Json(verification, ReadJson.Written.Verification);
        else
            Print(run.Printer, verification);
        return verification.IsClean ? ExitCode.Ok : ExitCode.Refused;
    }

    private static void Print(Printer printer, Verification verification)
    {
        var differences = verification.Differences;
        printer.Line(
            Words.Get("Verified", Figure.Of(verification.UnitsChecked), Figure.Of(verification.Position), Figure.Of(differences.Length)),
            differences.IsEmpty ? "bold green" : "bold red");
        if (!differences.IsEmpty)
            printer.Table(
                [Words.Get("Code"), Words.Get("Figure"), Words.Get("Live"), Words.Get("Ledger")],
                differences.Select(difference => new[] { difference.Unit, difference.Figure, difference.Live, difference.Ledger }));
        if (verification.Deep is { } deep)
            ChainPrinter.Print(printer, deep);
    }
}
