using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Commands.Output;
using Aggregation.Commands.Settings;

namespace Aggregation.Commands;

/// <summary>The command and everything below it.</summary>
internal static class AggregationCommand
{
    // Ctrl-C lets a simulation take in what it has sent before it closes its book.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Builds the tree of commands in the reader's language.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand(Words.Get("Command.aggregation"))
        {
            GlobalOptions.Url, GlobalOptions.Key, GlobalOptions.Profile, GlobalOptions.Edition, GlobalOptions.Json, GlobalOptions.Language,
            StatusCommand.Build(), OutstandingCommand.Build(), ModelsCommand.Build(), HistoryCommand.Build(), ReportsCommand.Build(),
            WatchCommand.Build(),
            ReportCommand.Build(), TemplateCommand.Build(), ImportCommand.Build(), WithdrawCommand.Build(), PushCommand.Build(),
            OutboxCommand.Build(), UnitsCommand.Build(), KeysCommand.Build(), VerifyCommand.Build(), AuditCommand.Build(),
            DoctorCommand.Build(), CatalogueCommand.Build(),
            ScenarioCommand.Build(), SimulateCommand.Build(), CompletionCommand.Build(),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                (help.Description, help.Action) = (Words.Get("Option.--help"), new HelpText());
            else if (option is VersionOption version)
                version.Description = Words.Get("Option.--version");
        }

        return root;
    }

    /// <summary>Parses and runs.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Build().Parse(arguments);
        if (parsed.Action is ParseErrorAction)
            return Refuse(parsed);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
        }
        catch (IOException exception) when (StandardOutput.HasReaderGone(exception))
        {
            return ExitCode.Ok;
        }
    }

    private static int Refuse(ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0)
            Printer.Error(Words.Get("NoCommand"));
        else
            Printer.Error(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)));
        Printer.Error(Words.Get("SeeHelp", HelpText.PathOf(parsed.CommandResult.Command)));
        return ExitCode.Usage;
    }
}
