using System;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary><c>watch</c> in a pipe.</summary>
public sealed class WatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_pipe_gets_one_line_a_change_and_Ctrl_C_ends_it_well()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        await using var watch = CommandProcess.Start(silo.Url, null, "watch");

        Assert.EndsWith("\tnow", await LineAsync(watch), StringComparison.Ordinal);
        await CommandProcess.RunAsync(silo.Url, "report", "01", "--status", "committee=consolidated");
        var line = await LineAsync(watch);
        await watch.InterruptAsync();
        var result = await watch.EndAsync();

        Assert.Contains(
            "\tVN\tViệt Nam\t1/63 committees consolidated\tcommittees consolidated (Provinces) 0 → 1",
            line,
            StringComparison.Ordinal);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task A_silo_that_was_killed_and_came_back_is_watched_on()
    {
        using var folder = new TemporaryFolder();
        var ledger = "Data Source=" + folder.File("ledger.db");
        await using var first = await SiloProcess.StartAsync(ledger);
        await using var watch = CommandProcess.Start(first.Url, null, "watch", "01", "--json");
        var before = Schema.Matches("rollUp", await LineAsync(watch));

        await first.KillAsync();
        Assert.Contains("connection is lost", await watch.Errors.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        await using var second = await SiloProcess.StartAsync(ledger, ("ASPNETCORE_URLS", first.Url.ToString()));
        await CommandProcess.RunAsync(second.Url, "report", "01", "--count", "agencies=7");

        JsonElement after;
        do
            after = Schema.Matches("rollUp", await LineAsync(watch));
        while (after.GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt32() != 7);
        Assert.NotEqual(before.GetProperty("version").GetString(), after.GetProperty("version").GetString());
    }

    private static async Task<string> LineAsync(CommandProcess watch) =>
        await watch.Output.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(await watch.Errors.ReadToEndAsync());
}
