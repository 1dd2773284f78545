using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Processes.Verification;

/// <summary>Somebody with the database's own shell, and a silo that is asked to verify deeply.</summary>
public sealed class TamperTests
{
    private const string Change =
        """
        UPDATE report SET payload = replace(payload, '5', '9') WHERE sequence = 5 AND unit = (SELECT id FROM unit WHERE code = 'S01-001-00001');
        DELETE FROM report WHERE sequence = 10 AND unit = (SELECT id FROM unit WHERE code = 'S01-001-00002');
        INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload)
        SELECT unit, 11, effective_on, recorded_at, reporter, 'by-hand', payload FROM report WHERE sequence = 10 AND unit = (SELECT id FROM unit WHERE code = 'S01-001-00003');
        """;

    [Fact]
    public async Task In_sqlite_a_power_cut_leaves_nothing_to_find_and_a_hand_does()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("ledger.db");
        await using (var silo = await SiloProcess.StartAsync(path))
        {
            await ReportAsync(silo);
            Assert.Equal(0, await silo.StopAsync());
        }

        await using (var silo = await SiloProcess.StartAsync(path))
        {
            var load = Enumerable.Range(0, 4).Select(caller => LoadAsync(silo, caller)).ToArray();
            await Task.WhenAny(load);
            await silo.KillAsync();
            await Task.WhenAll(load);
        }

        await using (var silo = await SiloProcess.StartAsync(path))
        {
            var clean = await DeepAsync(silo);
            Assert.Equal((0, 0, 0), (clean.GetProperty("faultsFound")
                .GetInt64(), clean.GetProperty("unsealed").GetInt64(), clean.GetProperty("heads").GetProperty("faults").GetArrayLength()));
            await silo.StopAsync();
        }

        using (var shell = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            shell.Open();
            using var command = shell.CreateCommand();
            command.CommandText = "DROP TRIGGER report_is_never_updated; DROP TRIGGER report_is_never_deleted; " + Change;
            command.ExecuteNonQuery();
        }

        await using var changed = await SiloProcess.StartAsync(path);
        AssertFound(await DeepAsync(changed));
    }

    [PostgresFact]
    public async Task In_postgresql_it_is_found_while_the_silo_runs()
    {
        using var folder = new TemporaryFolder();
        var ledger = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var silo = await SiloProcess.StartAsync(
            ledger,
            ("Ledger__Provider", "postgres"),
            ("Ledger__SealKey", "the-key-of-this-test-0123456789abcdef"));
        await ReportAsync(silo);
        Assert.Equal(0, (await DeepAsync(silo)).GetProperty("faultsFound").GetInt64());
        await using (var shell = NpgsqlDataSource.Create(ledger))
        {
            await using var command = shell.CreateCommand("ALTER TABLE report DISABLE TRIGGER ALL; " + Change);
            await command.ExecuteNonQueryAsync();
        }

        // Without a file of heads the last row of a unit is not missed.
        AssertFound(await DeepAsync(silo), "2023/S01-001-00001 5 changed", "2023/S01-001-00003 11 unsealed");
    }

    private static async Task ReportAsync(SiloProcess silo)
    {
        var reports = Enumerable.Range(0, 3).SelectMany(unit => Enumerable.Range(1, 10).Select(value => Report(unit, $"k{value}", value)));
        using var answer = await silo.Http.PostAsJsonAsync("reports", new { reports });
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
    }

    // Ends when the silo does.
    private static async Task LoadAsync(SiloProcess silo, int caller)
    {
        for (var number = 1; number < 1_000_000; number++)
        {
            try
            {
                using var answer = await silo.Http.PostAsJsonAsync(
                    "reports",
                    new { reports = Enumerable.Range(0, 20).Select(unit => Report(10 + unit, $"l{caller}-{number}", number)) });
                if (number == 20)
                    return;
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static object Report(int unit, string key, int value) =>
        new { unit = $"S01-001-{unit + 1:00000}", idempotencyKey = key, effectiveOn = "2017-02-20", counts = new { agencies = value } };

    private static async Task<JsonElement> DeepAsync(SiloProcess silo) =>
        (await silo.Http.GetJsonAsync("verify?deep=true")).GetProperty("deep");

    private static void AssertFound(JsonElement deep, params string[] expected)
    {
        if (expected.Length == 0)
            expected = ["2023/S01-001-00001 5 changed", "2023/S01-001-00002 10 missing", "2023/S01-001-00003 11 unsealed"];
        Assert.Equal(expected, deep.GetProperty("faults")
            .EnumerateArray()
            .Select(fault => $"{fault.GetProperty("unit")} {fault.GetProperty("sequence")} {fault.GetProperty("fault")}")
            .Order(StringComparer.Ordinal));
    }
}
