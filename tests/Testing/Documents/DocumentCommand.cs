using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Aggregation.Testing.Documents;

/// <summary>A command that a document tells its reader to type.</summary>
/// <param name="File">The document, relative to the repository.</param>
/// <param name="Line">The line it begins on.</param>
/// <param name="Words">The command as a shell splits it; what comes before the program, and where its output goes, is left out.</param>
public sealed record DocumentCommand(string File, int Line, IReadOnlyList<string> Words)
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");

    private static readonly string[] Ends = ["&&", "||", "|", ";", "&"];

    /// <summary>Every command of every document, from its blocks of <c>sh</c>.</summary>
    public static IReadOnlyList<DocumentCommand> All { get; } = [.. Files().SelectMany(Of)];

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {string.Join(' ', Words)}";

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Repository.DeployFiles.Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<DocumentCommand> Of(string file)
    {
        var name = Path.GetRelativePath(Repository.Root, file);
        var lines = System.IO.File.ReadAllLines(file);
        var isCommands = false;
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].TrimStart().StartsWith("```", StringComparison.Ordinal))
                isCommands = !isCommands && lines[number].Trim() == "```sh";
            else if (isCommands)
            {
                var first = number + 1;
                var text = lines[number];
                while (number + 1 < lines.Length && (text.EndsWith('\\') || Split(text) is null))
                    text = text.TrimEnd('\\') + "\n" + lines[++number];
                foreach (var words in Commands(Split(text) ?? []))
                    yield return new DocumentCommand(name, first, words);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Commands(List<string> words)
    {
        var command = new List<string>();
        foreach (var word in words.Append(";"))
        {
            if (!Ends.Contains(word, StringComparer.Ordinal))
            {
                command.Add(word);
                continue;
            }

            if (Program(command) is { Count: > 0 } program)
                yield return program;
            command.Clear();
        }
    }

    // Without the variables that stand before it, and the file that it writes.
    private static List<string> Program(List<string> command)
    {
        var start = command.FindIndex(word => !IsAssignment(word));
        if (start < 0)
            return [];
        var end = command.FindIndex(start, word => word is ">" or ">>" or "<");
        return command[start..(end < 0 ? command.Count : end)];
    }

    private static bool IsAssignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var place && word.AsSpan(0, place).IndexOfAnyExcept(Letters) < 0;

    // Null while a quotation is open.
    private static List<string>? Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        var quote = '\0';
        var depth = 0;
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (quote != '\0')
            {
                if (letter == quote && depth == 0)
                    quote = '\0';
                else
                    word.Append(letter);
                continue;
            }

            if (letter == '$' && place + 1 < text.Length && text[place + 1] == '(')
                depth++;
            else if (letter == ')' && depth > 0)
                depth--;
            if (depth == 0 && letter is '"' or '\'' && depth == 0)
                (quote, isWord) = (letter, true);
            else if (depth == 0 && letter == '#' && !isWord)
                break;
            else if (depth == 0 && char.IsWhiteSpace(letter))
            {
                if (isWord)
                    words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
            else if (depth == 0 && letter == ';')
            {
                if (isWord)
                    words.Add(word.ToString());
                words.Add(";");
                word.Clear();
                isWord = false;
            }
            else
            {
                word.Append(letter);
                isWord = true;
            }
        }

        if (isWord)
            words.Add(word.ToString());
        return quote == '\0' && depth == 0 ? words : null;
    }
}
