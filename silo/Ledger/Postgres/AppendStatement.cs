using System;
using System.Collections.Generic;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger;

/// <summary>
/// Records a group of appends in one round trip and one transaction. Used by one thread.
/// An append whose unit is not at the row before it is left out, whole, by the statement itself. One that another silo overtakes between the
/// statement's snapshot and its insertion meets the unique index: the whole transaction is undone, and tried again it is left out as well.
/// </summary>
internal sealed class AppendStatement : IDisposable
{
    // The lock comes first, so that the clock is read and the heads are seen after it.
    private const string Lock = "SELECT pg_advisory_xact_lock_shared($1)";

    // Every row a microsecond of its own, so that a silo's rows stand in one order.
    // Sorted, so that two silos that insert rows of the same units wait for each other in one order only.
    private const string Insert =
        """
        INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload)
        SELECT entry.unit,
               entry.sequence,
               entry.effective_on,
               greatest((SELECT greatest(clock_timestamp(), until + interval '1 microsecond') FROM settled), head.recorded_at + interval '1 microsecond')
                   + entry.place * interval '1 microsecond',
               entry.reporter,
               entry.idempotency_key,
               entry.withdraws,
               entry.payload
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
             AS entry (place, unit, first, sequence, effective_on, reporter, idempotency_key, withdraws, payload)
        LEFT JOIN LATERAL (
            SELECT report.sequence, report.recorded_at
            FROM report
            WHERE report.unit = entry.unit
            ORDER BY report.sequence DESC
            LIMIT 1
        ) AS head ON true
        WHERE coalesce(head.sequence, 0) = entry.first - 1
        ORDER BY entry.unit, entry.sequence
        RETURNING unit, sequence, recorded_at
        """;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly NpgsqlParameter<int[]> places = new();
    private readonly NpgsqlParameter<int[]> units = new();
    private readonly NpgsqlParameter<int[]> firsts = new();
    private readonly NpgsqlParameter<int[]> sequences = new();
    private readonly NpgsqlParameter<DateOnly[]> days = new();
    private readonly NpgsqlParameter<string[]> reporters = new();
    private readonly NpgsqlParameter<string[]> keys = new();
    private readonly NpgsqlParameter<int?[]> withdrawals = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<byte[][]> payloads = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly Dictionary<int, PendingAppend> byUnit = [];
    private readonly HashSet<int> standing = [];
    private bool isPrepared;

    private AppendStatement(NpgsqlConnection connection)
    {
        this.connection = connection;
        batch = new NpgsqlBatch(connection) { Timeout = 4 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Appends } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert) { Parameters = { places, units, firsts, sequences, days, reporters, keys, withdrawals, payloads } });
    }

    /// <summary>Opens a connection for it.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    /// <exception cref="LedgerUnavailableException">What is acknowledged there would not be durable.</exception>
    public static AppendStatement Open(PostgresDatabase database)
    {
        var opened = database.Connect();
        try
        {
            // A lock that is not to be had is asked for again, so that a server that does not answer is told apart from one that makes us wait.
            using (var settings = new NpgsqlCommand("SET lock_timeout = '1s'; SET statement_timeout = '10s'", opened))
                settings.ExecuteNonQuery();
            if (PostgresRefusal.Show(opened, "synchronous_commit") is var durability && !string.Equals(durability, "on", StringComparison.Ordinal))
                throw new LedgerUnavailableException($"The ledger {database.Place} cannot record: synchronous_commit is {durability} on its connections, and must be on.");
            return new AppendStatement(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>True while the connection is not known to be dead.</summary>
    public bool IsOpen => connection.FullState == System.Data.ConnectionState.Open;

    /// <summary>Records what is not fenced, notes on each append what became of it, and counts the rows. It returns once they are durable.</summary>
    /// <param name="group">At most one append a unit.</param>
    public int Record(List<PendingAppend> group)
    {
        Fill(group);
        if (!isPrepared)
            batch.Prepare();
        isPrepared = true;
        var rows = 0;
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        while (reader.Read())
        {
            var unit = reader.GetInt32(0);
            var pending = byUnit[unit];
            standing.Add(unit);
            pending.Note(reader.GetInt32(1) - pending.Append.FirstSequence, new DateTimeOffset(reader.GetDateTime(2)));
            rows++;
        }

        foreach (var pending in group)
        {
            var append = pending.Append;
            pending.Note(standing.Contains(append.UnitId) ? null : new LedgerFencedException(append.UnitId, append.FirstSequence));
        }

        // The end of the results comes after the commit, or with its failure.
        reader.NextResult();
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        batch.Dispose();
        connection.Dispose();
    }

    private void Fill(List<PendingAppend> group)
    {
        byUnit.Clear();
        standing.Clear();
        var count = 0;
        foreach (var pending in group)
        {
            byUnit.Add(pending.Append.UnitId, pending);
            count += pending.Payloads.Length;
        }

        Allocate(count);
        var place = 0;
        foreach (var pending in group)
        {
            for (var row = 0; row < pending.Payloads.Length; row++, place++)
                Fill(place, pending, row);
        }
    }

    private void Allocate(int count)
    {
        places.TypedValue = new int[count];
        units.TypedValue = new int[count];
        firsts.TypedValue = new int[count];
        sequences.TypedValue = new int[count];
        days.TypedValue = new DateOnly[count];
        reporters.TypedValue = new string[count];
        keys.TypedValue = new string[count];
        withdrawals.TypedValue = new int?[count];
        payloads.TypedValue = new byte[count][];
    }

    private void Fill(int place, PendingAppend pending, int row)
    {
        ref readonly var entry = ref pending.Append.Rows.ItemRef(row);
        places.TypedValue![place] = place;
        units.TypedValue![place] = pending.Append.UnitId;
        firsts.TypedValue![place] = pending.Append.FirstSequence;
        sequences.TypedValue![place] = pending.Append.FirstSequence + row;
        days.TypedValue![place] = entry.Report.EffectiveOn;
        reporters.TypedValue![place] = entry.Reporter;
        keys.TypedValue![place] = entry.Report.IdempotencyKey;
        withdrawals.TypedValue![place] = entry.Report.Withdraws;
        payloads.TypedValue![place] = pending.Payloads[row];
    }
}
