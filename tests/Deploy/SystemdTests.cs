using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

/// <summary>The unit of <c>deploy/systemd/</c>, judged by systemd itself.</summary>
public sealed partial class SystemdTests
{
    // systemd's own scale, in tenths: 0 is shut in altogether, 100 is open.
    private const int MostExposed = 20;

    [ProgramFact("systemd-analyze")]
    public async Task Systemd_takes_it_and_finds_little_that_it_could_do_to_the_machine()
    {
        var folder = Directory.CreateTempSubdirectory("aggregation-systemd-");
        try
        {
            // systemd also looks whether the program is there, which on this machine may lie elsewhere.
            var unit = Repository.Read("systemd/aggregation.service").Replace(
                "/usr/bin/dotnet",
                InstalledProgram.PathOf("dotnet"),
                StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "aggregation.service"), unit);

            await Shell.RunAsync(folder.FullName, "systemd-analyze verify ./aggregation.service");
            await Shell.RunAsync(
                folder.FullName,
                $"systemd-analyze security --offline=true --threshold={MostExposed} --no-pager ./aggregation.service");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [ProgramFact("curl")]
    public async Task A_start_waits_for_a_silo_as_long_as_there_is_one()
    {
        using var living = Process.GetCurrentProcess();
        using var ended = Process.Start("true");
        await ended.WaitForExitAsync();

        Assert.True(await WaitsToAGoodEndAsync(living.Id, "file:///dev/null"));
        Assert.False(await WaitsToAGoodEndAsync(ended.Id, "file:///no/such/file"));
    }

    [Fact]
    public void What_the_unit_reads_from_its_environment_the_example_sets()
    {
        var set = Repository.Read("systemd/aggregation.env.example")
            .Split('\n')
            .Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.Split('=')[0])
            .ToArray();

        Assert.Contains("HEALTH_URL", set);
        Assert.Contains("ConnectionStrings__Ledger", set);
        Assert.Contains("$HEALTH_URL", Repository.Read("systemd/aggregation.service"), StringComparison.Ordinal);
    }

    private static Task<bool> WaitsToAGoodEndAsync(int silo, string health) =>
        Shell.SucceedsAsync([
            "env",
            string.Create(CultureInfo.InvariantCulture, $"MAINPID={silo}"),
            $"HEALTH_URL={health}",
            "/bin/sh",
            "-c",
            Waiting().Match(Repository.Read("systemd/aggregation.service")).Groups["command"].Value])
            .WaitAsync(TimeSpan.FromSeconds(30));

    [GeneratedRegex("^ExecStartPost=/bin/sh -c '(?<command>.+)'$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Waiting();
}
