using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Reports;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Reads the database for a <see cref="ReadingLane"/>, each time in one snapshot.</summary>
internal sealed class PostgresReadingSession : IReadingSession
{
    private const int RowsBetweenLooks = 10_000;
    private const string ColumnsOfFold =
        "report.unit, report.sequence, report.effective_on, report.recorded_at, report.withdraws, report.payload";
    private const string ColumnsWithSenders = $"{ColumnsOfFold}, report.reporter, report.idempotency_key";

    private const string Withdrawals =
        """
        SELECT unit, withdraws, min(sequence)
        FROM report
        WHERE withdraws IS NOT NULL AND unit = ANY($1) AND recorded_at <= $2
        GROUP BY unit, withdraws
        """;

    private readonly PostgresDatabase database;
    private readonly NpgsqlConnection connection;
    private readonly int era;
    private readonly TimeProvider time;
    private readonly RowDelivery delivery = new();
    private readonly SequenceOrder order = new();
    private byte[] buffer = new byte[4096];

    public PostgresReadingSession(PostgresDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        era = database.Era;
        connection = database.Connect();
        try
        {
            // A batch is one transaction, so with this it is one snapshot; and a scan begins at the beginning, where the earliest rows lie.
            using var settings = new NpgsqlCommand(
                "SET default_transaction_isolation = 'repeatable read'; SET default_transaction_read_only = on; SET synchronize_seqscans "
                    + "= off",
                connection);
            settings.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsOpen => connection.FullState == System.Data.ConnectionState.Open && era == database.Era;

    /// <inheritdoc/>
    public LedgerHeads ReadHeads() => HeadQuery.Read(connection, time);

    /// <inheritdoc/>
    public void Read(DateTimeOffset? knownAt, bool withSenders, List<PendingReading> readings)
    {
        delivery.Begin(readings);
        int[] units = [.. delivery.Units.Select(wanted => wanted.Unit)];
        int[] after = [.. delivery.Units.Select(wanted => wanted.After)];
        var many = ManyUnits.AreMany(delivery.WholeUnits, CountUnits);
        var last = (knownAt ?? DateTimeOffset.MaxValue).UtcDateTime;
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Withdrawals, units, last));
        batch.BatchCommands.Add(Command(Rows(withSenders, many), units, last, many ? null : after));
        using var reader = batch.ExecuteReader();
        while (reader.Read())
            delivery.NoteWithdrawal(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
        reader.NextResult();
        order.Clear();
        foreach (var (unit, first) in delivery.Units.Where(wanted => wanted.After > 0))
            order.Begin(unit, first);
        for (var row = 1; reader.Read(); row++)
        {
            if (!delivery.IsWanted(reader.GetInt32(0), reader.GetInt32(1)))
                continue;
            foreach (var next in order.Take(Row(reader, withSenders)))
                delivery.Deliver(next);
            // Whoever wanted the rest has gone: the server is told to stop, which ends this reading as a failure that nobody waits for.
            if (row % RowsBetweenLooks == 0 && !delivery.IsAnyOpen)
                batch.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static string Rows(bool withSenders, bool many)
    {
        var columns = withSenders ? ColumnsWithSenders : ColumnsOfFold;
        return many
            ? $"SELECT {columns} FROM report WHERE unit = ANY($1) AND recorded_at <= $2"
            : $"""
                SELECT {columns} FROM unnest($1, $3) AS wanted (unit, after) CROSS JOIN LATERAL (
                    SELECT * FROM report
                    WHERE report.unit = wanted.unit AND report.sequence > wanted.after AND report.recorded_at <= $2
                    ORDER BY report.sequence) AS report
                """;
    }

    private static NpgsqlBatchCommand Command(string sql, int[] units, DateTime last, int[]? after = null)
    {
#pragma warning disable CA2100 // The statements are the program's own.
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
        {
            new NpgsqlParameter<int[]> { TypedValue = units },
            new NpgsqlParameter<DateTime> { TypedValue = last }
        }
        };
#pragma warning restore CA2100
        if (after is not null)
            command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = after });
        return command;
    }

    private long CountUnits()
    {
        using var command = new NpgsqlCommand("SELECT count(*) FROM unit", connection);
        return (long)command.ExecuteScalar()!;
    }

    private LedgerRow Row(NpgsqlDataReader reader, bool withSenders)
    {
        var row = delivery.Row(
            reader.GetInt32(0),
            reader.GetInt32(1),
            reader.GetFieldValue<DateOnly>(2),
            new DateTimeOffset(reader.GetDateTime(3)),
            reader.IsDBNull(4) ? null : reader.GetInt32(4),
            Bytes(reader, 5));
        return withSenders ? row with { Reporter = delivery.Reporter(Bytes(reader, 6)), IdempotencyKey = reader.GetString(7) } : row;
    }

    private ReadOnlySpan<byte> Bytes(NpgsqlDataReader reader, int column)
    {
        var length = (int)reader.GetBytes(column, 0, null, 0, 0);
        if (length > buffer.Length)
            buffer = new byte[length * 2];
        return buffer.AsSpan(0, (int)reader.GetBytes(column, 0, buffer, 0, length));
    }
}
