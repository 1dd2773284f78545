using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>The ledger's file, read with nothing but SQL.</summary>
public static class LedgerFile
{
    /// <summary>Unit, sequence and instant of every row, by unit and idempotency key.</summary>
    public static Dictionary<(string Unit, string Key), (int Sequence, DateTimeOffset RecordedAt)> Read(string path)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={path};Mode=ReadOnly;Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT u.code, r.idempotency_key, r.sequence, r.recorded_at FROM report r JOIN unit u ON u.id = r.unit";
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<(string, string), (int, DateTimeOffset)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)), (reader.GetInt32(2), DateTimeOffset.UnixEpoch.AddMicroseconds(reader.GetInt64(3))));
        return rows;
    }
}
