using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;

namespace Aggregation.Commands;

/// <summary><c>--help</c> in the reader's language: what a command is for, how it is called, examples that work, exit codes.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int Widest = 32;

    public override bool ClearsParseErrors => true;

    /// <summary><c>aggregation units import</c>.</summary>
    public static string PathOf(Command command)
    {
        var names = new Stack<string>();
        for (var symbol = (Symbol)command; symbol is Command; symbol = symbol.Parents.First())
        {
            names.Push(symbol is RootCommand ? "aggregation" : symbol.Name);
            if (symbol is RootCommand)
                break;
        }

        return string.Join(' ', names);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        using var writer = Output.StandardOutput.Open();
        writer.WriteLine(command.Description);
        writer.WriteLine();
        Usage(writer, command);
        List(writer, "Help.Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        List(writer, "Help.Arguments", command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description)));
        List(writer, "Help.Options", command.Options.Where(option => !option.Recursive && command is not RootCommand)
            .Select(option => (NameOf(option), option.Description)));
        List(writer, "Help.GlobalOptions", GlobalsOf(parseResult).Select(option => (NameOf(option), option.Description)));
        Section(writer, "Help.Examples", "Examples." + PathOf(command).Replace(' ', '.'));
        if (command is RootCommand)
        {
            Section(writer, "Help.Environment", "Help.EnvironmentText");
            Section(writer, "Help.ExitCodes", "Help.ExitCodesText");
        }

        return ExitCode.Ok;
    }

    private static IEnumerable<Option> GlobalsOf(ParseResult parsed) =>
        parsed.RootCommandResult.Command.Options.Where(option => option.Recursive || option is HelpOption or VersionOption);

    private static void Usage(TextWriter writer, Command command)
    {
        var parts = command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue
            ? $"[{argument.HelpName}]"
            : argument.HelpName);
        if (command.Subcommands.Count > 0)
            parts = parts.Prepend(Words.Get("Help.Command"));
        writer.WriteLine(Words.Get("Help.Usage"));
        writer.WriteLine($"  {PathOf(command)} {string.Join(' ', parts.Append(Words.Get("Help.OptionsShort")))}");
    }

    private static void List(TextWriter writer, string heading, IEnumerable<(string Name, string? Description)> entries)
    {
        var all = entries.ToList();
        if (all.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(Words.Get(heading));
        var width = Math.Min(Widest, all.Max(entry => entry.Name.Length)) + 2;
        foreach (var (name, description) in all)
        {
            // A name that is too long has a line of its own.
            var newLine = Environment.NewLine + new string(' ', width + 2);
            var start = name.Length + 2 > width ? name + newLine : name.PadRight(width);
            writer.WriteLine($"  {start}{(description ?? "").Replace("\n", newLine, StringComparison.Ordinal)}");
        }
    }

    private static void Section(TextWriter writer, string heading, string name)
    {
        if (Words.Find(name) is not { } text)
            return;
        writer.WriteLine();
        writer.WriteLine(Words.Get(heading));
        foreach (var line in text.Trim().Split('\n'))
            writer.WriteLine("  " + line.TrimEnd());
    }

    private static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?")
            .Append(option.Name)
            .OrderBy(name => name.Length));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }
}
