using System.Linq;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>Where a silo on PostgreSQL leaves its checkpoints.</summary>
public sealed class CheckpointTests
{
    private const string Commune = "S01-001-00001";

    [PostgresFact]
    public async Task A_silo_that_stops_leaves_those_of_the_units_above_and_the_next_one_goes_on_from_them()
    {
        var ledger = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (var silo = await SiloProcess.StartAsync(ledger, ("Ledger__Provider", "postgres")))
        {
            var reports = Enumerable.Range(0, 1_000).Select(value =>
                new { unit = Commune, idempotencyKey = $"k{value}", effectiveOn = "2017-02-20", counts = new { agencies = value } });
            // A machine that does much else may answer the first time that it is to be sent again.
            await Eventually.TrueAsync(async () =>
            {
                using var answer = await silo.Http.PostAsJsonAsync("reports", new { reports });
                return answer.StatusCode == HttpStatusCode.OK;
            });
            await Eventually.TrueAsync(async () => await AgenciesAsync(silo) == 999);
            Assert.Equal(0, await silo.StopAsync());
        }

        Assert.Equal(3, await CountAsync(ledger));
        await using var next = await SiloProcess.StartAsync(ledger, ("Ledger__Provider", "postgres"));
        Assert.Equal(999, await AgenciesAsync(next));
    }

    private static async Task<long> AgenciesAsync(SiloProcess silo) =>
        (await silo.Http.GetJsonAsync("units/VN")).GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt64();

    private static async Task<long> CountAsync(string ledger)
    {
        await using var source = NpgsqlDataSource.Create(ledger);
        await using var count = source.CreateCommand("SELECT count(*) FROM orleans_grain_state");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
