using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>A silo starts where another one is, or where it was itself at another time.</summary>
public sealed class StartTests
{
    [PostgresFact]
    public async Task A_second_silo_on_one_port_does_not_start_and_the_first_goes_on()
    {
        var (ledger, settings) = await PlaceAsync();
        await using var first = await SiloProcess.StartAsync(ledger, settings);
        var (exitCode, errors) = await SiloProcess.RefusedAsync(ledger, settings);
        Assert.Equal(1, exitCode);
        Assert.Matches("^Another program, such as another silo, listens on 127\\.0\\.0\\.1:\\d+; set Orleans:SiloPort .*\\.\n$", errors);
        Assert.Equal("VN", (await first.Http.GetJsonAsync("units/VN")).GetProperty("code").GetString());
    }

    [PostgresFact]
    public async Task A_silo_that_was_started_while_the_clock_was_ahead_starts_again_when_it_is_right()
    {
        var (ledger, settings) = await PlaceAsync();
        await using (var ahead = await SiloProcess.StartAsync(ledger, settings))
            await ahead.KillAsync();
        await ExecuteAsync(
            ledger,
            "UPDATE orleans_silo SET generation = generation + 3000, started_at = started_at + interval '50 minutes', alive_at = "
                + "alive_at + interval '50 minutes'");

        await using var again = await SiloProcess.StartAsync(ledger, settings);
        Assert.Contains("from the future", again.Output, StringComparison.Ordinal);
        Assert.Equal("VN", (await again.Http.GetJsonAsync("units/VN")).GetProperty("code").GetString());
    }

    private static async Task<(string Ledger, (string Name, string Value)[] Settings)> PlaceAsync()
    {
        var server = await PostgresServer.SharedAsync();
        return (await server.CreateDatabaseAsync(), [
            ("Ledger__Provider", "postgres"),
            ("Orleans__SiloPort", FreePort.Next().ToString(CultureInfo.InvariantCulture))]);
    }

    private static async Task ExecuteAsync(string ledger, string sql)
    {
        await using var connection = new NpgsqlConnection(ledger + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
