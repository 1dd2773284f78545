using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Aggregation.Commands.Output;

/// <summary>
/// Writes for whoever reads: a person at a terminal gets tables and colours (unless <c>NO_COLOR</c>), a pipe gets plain
/// lines with tabs, a program that asked for <c>--json</c> the API's own JSON.
/// </summary>
internal sealed class Printer : IDisposable
{
    private readonly StreamWriter output = StandardOutput.Open();

    public Printer(bool isJson)
    {
        IsJson = isJson;
        IsTerminal = !System.Console.IsOutputRedirected && !isJson;
        var settings = new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = IsTerminal
            ? AnsiSupport.Detect
            : AnsiSupport.No
        };
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
            settings.ColorSystem = ColorSystemSupport.NoColors;
        Console = AnsiConsole.Create(settings);
        if (IsTerminal)
            Console.Profile.Width = Math.Max(40, System.Console.WindowWidth);
    }

    /// <summary>True when a program reads.</summary>
    public bool IsJson { get; }

    /// <summary>True when a person looks.</summary>
    public bool IsTerminal { get; }

    /// <summary>The terminal, for what moves.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>One line of JSON.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> type)
    {
        output.WriteLine(JsonSerializer.Serialize(value, type));
        output.Flush();
    }

    /// <summary>A line; the style is Spectre's and only for terminals.</summary>
    public void Line(string text = "", string style = "")
    {
        if (IsTerminal && style.Length > 0)
            Console.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
        else
            output.WriteLine(text);
        output.Flush();
    }

    /// <summary>A table; at a terminal its numbers stand to the right.</summary>
    /// <param name="headings">Its headings; one that begins with <c>#</c> is of numbers.</param>
    /// <param name="rows">Its rows.</param>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!IsTerminal)
        {
            output.WriteLine(string.Join('\t', headings.Select(heading => heading.TrimStart('#'))));
            foreach (var row in rows)
                output.WriteLine(string.Join('\t', row.Select(OneLine)));
            output.Flush();
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in headings)
        {
            var column = new TableColumn(Markup.Escape(heading.TrimStart('#')));
            table.AddColumn(heading.StartsWith('#') ? column.RightAligned() : column);
        }

        foreach (var row in rows)
            table.AddRow(row.Select(Markup.Escape).ToArray());
        Console.Write(table);
    }

    /// <summary>A sentence about what went wrong, on standard error.</summary>
    public static void Error(string sentence) => System.Console.Error.WriteLine(sentence);

    public void Dispose()
    {
        try
        {
            output.Dispose();
        }
        catch (IOException)
        {
            // Whoever read has gone.
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
