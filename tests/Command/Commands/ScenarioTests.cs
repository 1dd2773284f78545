using System;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary><c>scenario load</c>: 62 of 63, and only where nobody can take it for real.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task It_gives_62_of_63_and_loaded_again_it_records_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));

        var first = await CommandProcess.RunAsync(silo.Url, "scenario", "load", "--json");
        var again = await CommandProcess.RunAsync(silo.Url, "scenario", "load", "--json");
        var status = await CommandProcess.RunAsync(silo.Url, "status");

        Assert.Equal(64, Schema.Matches("receipt", first.Output).GetProperty("accepted").GetInt32());
        Assert.Equal(64, Schema.Matches("receipt", again.Output).GetProperty("duplicates").GetInt32());
        Assert.Contains("62/63 committees consolidated", status.Output, StringComparison.Ordinal);
        Assert.Contains("Simulated figures", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_demonstration_has_loaded_it_there_is_nothing_to_add()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"), ("demo", "true"));

        var loaded = await CommandProcess.RunAsync(silo.Url, "scenario", "load", "--json");

        Assert.Equal(64, Schema.Matches("receipt", loaded.Output).GetProperty("duplicates").GetInt32());
    }

    [Fact]
    public async Task It_never_joins_a_provinces_own_reports()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        await CommandProcess.RunAsync(silo.Url, "report", "01", "--status", "committee=consolidated");

        var refused = await CommandProcess.RunAsync(silo.Url, "scenario", "load");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--demo", refused.Errors, StringComparison.Ordinal);
    }
}
