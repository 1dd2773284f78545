using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>The ledger's rows, read with nothing but SQL: unit, sequence and instant of every row, by unit and idempotency key.</summary>
public static class LedgerRows
{
    public static Dictionary<(string Unit, string Key), (int Sequence, DateTimeOffset RecordedAt)> ReadFile(string path)
    {
        using var connection =
            new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={path};Mode=ReadOnly;Pooling=False"));
        using var command = new SqliteCommand(
            "SELECT u.code, r.idempotency_key, r.sequence, r.recorded_at FROM report r JOIN unit u ON u.id = r.unit",
            connection);
        return Read(connection, command);
    }

    public static Dictionary<(string Unit, string Key), (int Sequence, DateTimeOffset RecordedAt)> ReadDatabase(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        using var command = new NpgsqlCommand(
            "SELECT u.code, r.idempotency_key, r.sequence, (extract(epoch FROM r.recorded_at) * 1000000)::bigint FROM report r JOIN unit "
                + "u ON u.id = r.unit",
            connection);
        return Read(connection, command);
    }

    private static Dictionary<(string, string), (int, DateTimeOffset)> Read(DbConnection connection, DbCommand command)
    {
        connection.Open();
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<(string, string), (int, DateTimeOffset)>();
        while (reader.Read())
            rows.Add((reader.GetString(
                0), reader.GetString(1)), (reader.GetInt32(2), DateTimeOffset.UnixEpoch.AddMicroseconds(reader.GetInt64(3))));
        return rows;
    }
}
