using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Aggregation.Commands;
using Aggregation.Testing;
using Aggregation.Testing.Documents;
using Xunit;

namespace Aggregation.Tests.Command.Documents;

/// <summary>What documents tell their readers to type is there, or stands in the list of what no test runs, with the reason.</summary>
public sealed class DocumentCommandTests
{
    private const string List = "docs/internals/commands.md";

    // What every shell and every system has.
    private static readonly string[] Common =
        ["for", "do", "done", "while", "until", "kill", "sleep", "mkdir", "mv", "cp", "ln", "chmod", "chown", "export"];

    [Fact]
    public void Every_call_of_the_command_is_one_that_it_knows()
    {
        var calls = DocumentCommand.All.Where(command => command.Words[0] == "aggregation").ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Empty(AggregationCommand.Build().Parse([.. call.Words.Skip(1)]).Errors
            .Select(error => $"{call}: {error.Message}")));
    }

    [Fact]
    public void Every_other_command_is_in_the_list_of_those_that_are_run_elsewhere_or_not_and_nothing_else_is()
    {
        var listed = Listed().ToList();
        var others = DocumentCommand.All.Where(command => command.Words[0] is not ("aggregation" or "curl"))
            .Where(command => !Common.Contains(command.Words[0], StringComparer.Ordinal))
            .ToList();

        Assert.All(others, command => Assert.True(listed.Exists(entry => IsListed(command, entry)), $"{command} is not in {List}"));
        Assert.All(listed, entry => Assert.True(others.Exists(command => IsListed(command, entry)), $"No document says {entry} any more"));
    }

    private static bool IsListed(DocumentCommand command, string entry) =>
        string.Join(' ', command.Words).StartsWith(entry, StringComparison.Ordinal);

    private static IEnumerable<string> Listed() => File.ReadLines(Path.Combine(Repository.Root, List))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('`')[1]);
}
