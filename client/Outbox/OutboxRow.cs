using System;
using System.Globalization;
using System.Text.Json;
using Aggregation.Contracts;
using Microsoft.Data.Sqlite;

namespace Aggregation.Outboxes;

/// <summary>How a report lies in its row.</summary>
internal static class OutboxRow
{
    public const string Columns = "position, state, edition, body, file, entered_at, settled_at, sequence, refusal";

    public static OutboxReport Read(SqliteDataReader row) => new()
    {
        Position = row.GetInt64(0),
        State = Enum.Parse<OutboxState>(row.GetString(1), ignoreCase: true),
        Edition = TextOrNull(row, 2),
        Report = JsonSerializer.Deserialize(row.GetString(3), OutboxJson.Default.Report)!,
        File = row.IsDBNull(4) ? null : row.GetInt64(4),
        EnteredAt = InstantOf(row.GetString(5)),
        SettledAt = TextOrNull(row, 6) is { } settled ? InstantOf(settled) : null,
        Sequence = row.IsDBNull(7) ? null : row.GetInt32(7),
        Refusal = TextOrNull(row, 8) is { } refusal ? JsonSerializer.Deserialize(refusal, OutboxJson.Default.OutboxRefusal) : null,
    };

    public static string BodyOf(Report report) => JsonSerializer.Serialize(report, OutboxJson.Written.Report);

    public static string TextOf(OutboxRefusal refusal) => JsonSerializer.Serialize(refusal, OutboxJson.Written.OutboxRefusal);

#pragma warning disable CA1308 // The words of the table are in small letters.
    public static string TextOf(OutboxState state) => state.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TextOf(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantConverter.Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset InstantOf(string text) =>
        DateTimeOffset.ParseExact(text, InstantConverter.Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
