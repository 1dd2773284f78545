using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Testing;

public sealed class PostgresServerTests
{
    [PostgresFact]
    public async Task What_is_committed_outlives_a_stop_and_a_kill()
    {
        await using var server = await PostgresServer.StartNewAsync();
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, "CREATE TABLE kept (number integer)");

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(database, "SELECT 1"));
        await server.StartAsync();
        await RunAsync(database, "INSERT INTO kept VALUES (1)");

        await server.StopAsync();
        await server.StartAsync();
        Assert.Equal(1L, await RunAsync(database, "SELECT count(*) FROM kept"));
    }

    [PostgresFact]
    public async Task Each_test_has_a_database_of_its_own()
    {
        var server = await PostgresServer.SharedAsync();
        Assert.NotEqual(await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
    }

    [PostgresFact]
    public async Task Disposed_it_leaves_nothing_behind()
    {
        var server = await PostgresServer.StartNewAsync();
        var folder = server.Folder;
        await server.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
