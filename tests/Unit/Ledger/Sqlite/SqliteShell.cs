using Microsoft.Data.Sqlite;

namespace Aggregation.Tests.Ledger.Sqlite;

/// <summary>Another program at the file.</summary>
internal static class SqliteShell
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public static object? Run(string path, string sql)
    {
        using var connection = Open(path);
        return Run(connection, sql);
    }

    public static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
