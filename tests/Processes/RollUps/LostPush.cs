using System;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>
/// Commits a report and tells nobody: what the file holds when a silo dies after the commit and before it told the parent.
/// Killing at that very moment cannot be relied upon; what is left of it can be made.
/// </summary>
internal static class LostPush
{
    private const string Insert =
        """
        INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload)
        SELECT id, 1 + (SELECT count(*) FROM report WHERE unit = id), 20170220, $now, 'killed', 'killed', NULL, '{"counts":{"agencies":' || $agencies || '}}'
        FROM unit
        WHERE code = $code
        """;

    /// <summary>Commits a report of agencies.</summary>
    public static void Commit(string ledger, string unit, int agencies)
    {
        using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={ledger};Pooling=False"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Insert;
        command.Parameters.AddWithValue("$now", (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        command.Parameters.AddWithValue("$agencies", agencies);
        command.Parameters.AddWithValue("$code", unit);
        if (command.ExecuteNonQuery() != 1)
            throw new InvalidOperationException($"There is no unit {unit}.");
    }
}
