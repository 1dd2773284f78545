using System;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>A machine's clock is wrong, at a start or later: that silo is out, the others do not notice.</summary>
public sealed class ClockTests(ThreeSilos cluster, Book book) : IClassFixture<ThreeSilos>, IClassFixture<Book>
{
    private const int Reports = 100;

    [ClockFact]
    public async Task A_silo_whose_clock_was_wrong_for_a_moment_leaves_in_order_too()
    {
        using var clock = await Clock.MakeAsync();
        cluster.SettingsOfFirst = clock.Settings;
        await cluster.StartAsync();
        var wrong = cluster.At(0)!;

        clock.Set(TimeSpan.FromHours(1));
        // Longer than from one look to the next, and shorter than what a clock may be wrong for.
        await Task.Delay(TimeSpan.FromSeconds(2));
        clock.Set(TimeSpan.Zero);

        Assert.Equal(0, await wrong.EndAsync());
        await cluster.EndAsync(wrong);
        Assert.Contains("clock was set while it ran", wrong.Output, StringComparison.Ordinal);
    }

    [ClockFact]
    public async Task A_silo_whose_clock_goes_wrong_leaves_in_order_and_is_not_started_again_before_it_is_right()
    {
        using var clock = await Clock.MakeAsync();
        cluster.SettingsOfFirst = clock.Settings;
        await cluster.StartAsync();
        var load = await book.StartAsync(cluster);
        await load.GoOnAsync(Reports);

        clock.Set(TimeSpan.FromMinutes(30));
        var wrong = cluster.At(0)!;
        Assert.Equal(0, await wrong.EndAsync());
        await cluster.EndAsync(wrong);
        Assert.Contains("ahead of the ledger's server", wrong.Output, StringComparison.Ordinal);
        await load.GoOnAsync(Reports);
        var (exitCode, errors) = await SiloProcess.RefusedAsync(cluster.Ledger, [("Ledger__Provider", "postgres"), .. clock.Settings]);
        Assert.Equal(1, exitCode);
        Assert.Matches("^This machine's clock is \\d+ s ahead of the ledger's server .*set it right.*\\.\n$", errors);

        clock.Set(TimeSpan.Zero);
        await cluster.StartAsync();
        await load.GoOnAsync(Reports);
        await load.StopAsync();
        Assert.All(cluster.Running, silo => Assert.False(silo.HasExited));
        await Accounts.VerifyAsync(cluster.Running[0].Http);
        await Accounts.AgreeAsync(cluster.Running[0].Http, book.Acknowledged);
    }
}
