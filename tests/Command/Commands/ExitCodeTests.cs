using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>What the command tells the program that ran it, and the one sentence that goes with it.</summary>
public sealed class ExitCodeTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [Theory]
    [InlineData(1, "status", "99")]
    [InlineData(1, "keys", "revoke", "nobody")]
    [InlineData(1, "outstanding", "--indicator", "nothing")]
    [InlineData(2)]
    [InlineData(2, "nonsense")]
    [InlineData(2, "status", "--nonsense")]
    [InlineData(2, "status", "--as-of", "yesterday")]
    [InlineData(2, "simulate", "--for", "ever")]
    [InlineData(2, "outstanding", "--limit", "-1")]
    [InlineData(2, "keys", "create", "01", "--role", "king")]
    [InlineData(2, "units", "import", "/nowhere/units.csv")]
    [InlineData(2, "report", "01")]
    [InlineData(2, "report", "01", "--count", "agencies")]
    [InlineData(2, "status", "--url", "ftp://somewhere")]
    [InlineData(2, "status", "--profile", "nobody")]
    [InlineData(4, "verify", "--key", "agg_unknown")]
    public async Task What_went_wrong_is_said_on_standard_error_and_in_the_exit_code(int expected, params string[] arguments)
    {
        var result = await silo.RunAsync(arguments);

        Assert.Equal(expected, result.ExitCode);
        Assert.NotEmpty(result.Errors);
        Assert.Empty(result.Output);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_that_is_not_there_is_one_sentence()
    {
        var nobody = new Uri($"http://127.0.0.1:{FreePort.Next()}");

        var result = await CommandProcess.RunAsync(nobody, "status");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith($"Cannot reach {nobody}", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_profile_gives_the_silo_and_its_key_and_the_key_goes_nowhere_else()
    {
        using var folder = new TemporaryFolder();
        var profiles = Path.Combine(folder.Path, "aggregation", "profiles.json");
        Directory.CreateDirectory(Path.GetDirectoryName(profiles)!);
        await File.WriteAllTextAsync(
            profiles,
            $$$"""{"default":"here","profiles":{"here":{"url":"{{{silo.Url}}}","key":"{{{SiloProcess.AdminKey}}}"} }}""");
        var variables = Variables.Of(("XDG_CONFIG_HOME", folder.Path), ("AGGREGATION_URL", null), ("AGGREGATION_KEY", null));
        var otherName = silo.Url.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var withProfile = await CommandProcess.RunWithAsync(silo.Url, variables, null, "keys", "list");
        var elsewhere = await CommandProcess.RunWithAsync(
            silo.Url,
            variables,
            null,
            "keys",
            "list",
            "--profile",
            "here",
            "--url",
            otherName);

        Assert.Equal((0, 4), (withProfile.ExitCode, elsewhere.ExitCode));
    }
}
