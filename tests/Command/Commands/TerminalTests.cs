using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>At a terminal: tables and colours, and no colours where they are not wanted.</summary>
public sealed partial class TerminalTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [TerminalFact]
    public async Task A_person_gets_tables_and_colours()
    {
        var result = await CommandProcess.RunAtTerminalAsync(silo.Url, Variables.Of(), "status");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains('╭', result.Output);
        Assert.Matches(Colour(), result.Output);
    }

    [TerminalFact]
    public async Task NO_COLOR_takes_the_colours_away()
    {
        var result = await CommandProcess.RunAtTerminalAsync(silo.Url, Variables.Of(("NO_COLOR", "1")), "status");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains('╭', result.Output);
        Assert.DoesNotMatch(Colour(), result.Output);
    }

    [TerminalFact]
    public async Task Json_stays_json()
    {
        var result = await CommandProcess.RunAtTerminalAsync(silo.Url, Variables.Of(), "status", "--json");

        Schema.Matches("rollUp", result.Output[result.Output.IndexOf('{', StringComparison.Ordinal)..(result.Output.LastIndexOf('}') + 1)]);
    }

    [GeneratedRegex("\e\\[[0-9;]*(3[0-9]|38;5;[0-9]+|9[0-7])m", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();

    private sealed class TerminalFactAttribute : FactAttribute
    {
        public TerminalFactAttribute() =>
            Skip = File.Exists("/usr/bin/script") ? null : "skipped, because there is no 'script' to play a terminal";
    }
}
