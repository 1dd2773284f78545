using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>Another program at the database.</summary>
internal static class PostgresShell
{
    public static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
