using System.Linq;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>
/// A report that was committed, and of which the parent was never told: every roll-up has it within 30 s, and nobody asks for the unit.
/// </summary>
public sealed class HealingTests
{
    private const string Commune = "S01-001-00001";
    private const string Another = "S02-001-00001";

    private static readonly string[] Above = ["VN", "01", "S01-001"];

    [Fact]
    public async Task A_running_silo_finds_it_though_the_units_between_have_never_been_active()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("ledger.db");
        await using var silo = await SiloProcess.StartAsync(ledger);
        LostPush.Commit(ledger, Commune, 5);
        await Eventually.TrueAsync(async () => await AgenciesAsync(silo, "VN") == 5);
    }

    [Fact]
    public async Task A_running_silo_finds_it_at_every_level_that_is_active()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("ledger.db");
        await using var silo = await SiloProcess.StartAsync(ledger);
        foreach (var unit in Above)
            Assert.Equal(0, await AgenciesAsync(silo, unit));
        LostPush.Commit(ledger, Commune, 5);
        foreach (var unit in Above)
            await Eventually.TrueAsync(async () => await AgenciesAsync(silo, unit) == 5);

        // The unit goes on from what it never knew.
        await ReportAsync(silo, Commune, "after", 7);
        foreach (var unit in Above)
            await Eventually.TrueAsync(async () => await AgenciesAsync(silo, unit) == 7);
    }

    [Fact]
    public async Task A_silo_that_starts_from_a_checkpoint_finds_it()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("ledger.db");
        await using (var first = await SiloProcess.StartAsync(ledger))
        {
            await ReportAsync(first, Another, "k", [.. Enumerable.Range(0, 1_000)]);
            await Eventually.TrueAsync(async () => await AgenciesAsync(first, "VN") == 999);
            Assert.Equal(0, await first.StopAsync());
        }

        await using (var killed = await SiloProcess.StartAsync(ledger))
            await killed.KillAsync();
        LostPush.Commit(ledger, Commune, 5);
        await using var silo = await SiloProcess.StartAsync(ledger);
        Assert.Equal(999 + 5, await AgenciesAsync(silo, "VN"));
        var verification = await silo.Http.GetJsonAsync("verify");
        Assert.Equal("[]", verification.GetProperty("differences").GetRawText());
    }

    [PostgresFact]
    public async Task What_a_killed_silo_recorded_another_one_finds()
    {
        var ledger = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var silo = await SiloProcess.StartAsync(ledger, ("Ledger__Provider", "postgres"));
        await using (var killed = await SiloProcess.StartAsync(ledger, ("Ledger__Provider", "postgres")))
        {
            await ReportAsync(killed, Commune, "k", 5);
            await killed.KillAsync();
        }

        await Eventually.TrueAsync(async () => await AgenciesAsync(silo, "VN") == 5);
    }

    private static async Task<long> AgenciesAsync(SiloProcess silo, string unit) =>
        (await silo.Http.GetJsonAsync($"units/{unit}")).GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt64();

    private static async Task ReportAsync(SiloProcess silo, string unit, string key, params int[] agencies)
    {
        var reports = agencies.Select((value, place) =>
            new { unit, idempotencyKey = $"{key}-{place}", effectiveOn = "2017-02-20", counts = new { agencies = value } });
        using var answer = await silo.Http.PostAsJsonAsync("reports", new { reports });
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
    }
}
