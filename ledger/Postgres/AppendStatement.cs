using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Records a group of appends in one round trip and one transaction. Used by one thread.
/// An append whose unit is not at the row before it is left out, whole, by the statement itself. One that another silo overtakes between
/// the statement's snapshot and its insertion meets the unique index: the whole transaction is undone, and tried again it is left out as
/// well.
/// </summary>
internal sealed class AppendStatement : IDisposable
{
    // The lock comes first, so that the clock is read and the heads are seen after it.
    private const string Lock = "SELECT pg_advisory_xact_lock_shared($1)";

    // Nothing of a group is recorded at an instant that is settled or that is not now, nor when the ledger has gone over to another seal
    // key. Sorted, so that two silos that insert rows of the same units wait for each other in one order only.
    private const string Insert =
        """
        WITH now AS MATERIALIZED (
            SELECT clock_timestamp() AS clock, until, (SELECT coalesce(max(number), 0) FROM seal_epoch) AS epoch FROM settled
        ),
        gate AS MATERIALIZED (
            SELECT clock, until, epoch,
                   epoch = $12 AND $11 > until AND $11 BETWEEN clock - interval '5 seconds' AND greatest(clock, until) + interval '100 milliseconds' AS is_open
            FROM now
        ),
        inserted AS (
            INSERT INTO report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload, seal)
            SELECT entry.unit, entry.sequence, entry.effective_on, entry.recorded_at, entry.reporter, entry.idempotency_key, entry.withdraws, entry.payload, entry.seal
            FROM gate
            CROSS JOIN unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                 AS entry (unit, first, sequence, effective_on, recorded_at, reporter, idempotency_key, withdraws, payload, seal)
            LEFT JOIN LATERAL (
                SELECT report.sequence
                FROM report
                WHERE report.unit = entry.unit
                ORDER BY report.sequence DESC
                LIMIT 1
            ) AS head ON true
            WHERE gate.is_open AND coalesce(head.sequence, 0) = entry.first - 1
            ORDER BY entry.unit, entry.sequence
            RETURNING unit
        )
        SELECT is_open, clock, until, epoch, ARRAY(SELECT DISTINCT unit FROM inserted) FROM gate
        """;

    // One plan for good, or every group would be planned anew. It is made while the table may still be empty, and goes by the index
    // whatever it then takes the table for.
    private const string Settings =
        """
        SET lock_timeout = '1s';
        SET statement_timeout = '10s';
        SET plan_cache_mode = force_generic_plan;
        SET enable_seqscan = off;
        SET enable_bitmapscan = off;
        SET jit = off
        """;

    private readonly PostgresDatabase database;
    private readonly NpgsqlConnection connection;
    private readonly RowSealer? sealer;
    private readonly RecordingClock clock = new();
    private readonly ChainProbe chain;
    private readonly NpgsqlBatch batch;
    private readonly NpgsqlCommand proof;
    private readonly int era;
    private readonly NpgsqlParameter<int[]> units = new();
    private readonly NpgsqlParameter<int[]> firsts = new();
    private readonly NpgsqlParameter<int[]> sequences = new();
    private readonly NpgsqlParameter<DateOnly[]> days = new();
    private readonly NpgsqlParameter<DateTime[]> instants = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
    private readonly NpgsqlParameter<string[]> reporters = new();
    private readonly NpgsqlParameter<string[]> keys = new();
    private readonly NpgsqlParameter<int?[]> withdrawals = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer };
    private readonly NpgsqlParameter<byte[][]> payloads = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly NpgsqlParameter<byte[]?[]> seals = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };
    private readonly NpgsqlParameter<DateTime> now = new();
    private readonly List<PendingAppend> following = [];
    private bool isPrepared;
    private Task running = Task.CompletedTask;

    private AppendStatement(PostgresDatabase database, NpgsqlConnection connection, int era)
    {
        this.database = database;
        this.connection = connection;
        this.era = era;
        sealer = database.Seal?.NewSealer();
        chain = new ChainProbe(connection);
        // A timeout would be a cancellation.
        batch = new NpgsqlBatch(connection) { Timeout = 0 };
        proof = new NpgsqlCommand(PostgresCommits.Proof, connection) { CommandTimeout = 0 };
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Lock) { Parameters = { new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Appends } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                units, firsts, sequences, days, instants, reporters, keys, withdrawals, payloads, seals, now,
                new NpgsqlParameter<int> { TypedValue = database.Seal?.Epoch ?? 0 },
            },
        });
    }

    /// <summary>Opens a connection for it.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    /// <exception cref="LedgerUnavailableException">What is acknowledged there would not be durable.</exception>
    public static AppendStatement Open(PostgresDatabase database)
    {
        var reached = database.Era;
        var opened = database.Connect();
        try
        {
            // A lock that is not to be had is asked for again, so that a server that does not answer is told apart from one that makes us
            // wait.
            using (var settings = new NpgsqlCommand(Settings, opened))
                settings.ExecuteNonQuery();
            if (PostgresRefusal.Show(opened, "synchronous_commit") is var durability
                && !string.Equals(durability, "on", StringComparison.Ordinal))
            {
                throw new LedgerUnavailableException(
                    $"The ledger {database.Place} cannot record: synchronous_commit is {durability} on its connections, and must be on.");
            }

            return new AppendStatement(database, opened, reached);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>True while the connection is not known to be dead, nor its server to have been succeeded.</summary>
    public bool IsOpen => connection.FullState == System.Data.ConnectionState.Open && era == database.Era;

    /// <summary>
    /// Records what is not fenced, notes on each append what became of it, and counts the rows. It ends once they are durable, however
    /// long that takes.
    /// </summary>
    /// <param name="group">At most one append a unit.</param>
    /// <returns>Null where nothing was done because the clock was reckoned wrong: it is right now.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger has gone over to another seal key.</exception>
    public Task<int?> RecordAsync(List<PendingAppend> group)
    {
        var recording = RecordNowAsync([.. group]);
        running = recording;
        return recording;
    }

    /// <summary>Gives the connection back, once what it may still be recording has ended.</summary>
    public void Dispose() => _ = ReleaseAsync();

    private async Task ReleaseAsync()
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        sealer?.Dispose();
        chain.Dispose();
        proof.Dispose();
        await batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<int?> RecordNowAsync(List<PendingAppend> group)
    {
        try
        {
            await chain.PrepareAsync(group);
            Fill(group);
            if (units.TypedValue!.Length > 0)
                return await ExecuteAsync(group);
            // Whoever appends nothing asks whether what it has read will last.
            if (following.Count > 0)
                await proof.ExecuteNonQueryAsync();
            return Settle(group, []);
        }
        catch
        {
            Forget(group);
            throw;
        }
    }

    private async Task<int?> ExecuteAsync(List<PendingAppend> group)
    {
        if (!isPrepared)
            await batch.PrepareAsync();
        isPrepared = true;
        bool isOpen;
        int epoch;
        HashSet<int> standing;
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            await reader.NextResultAsync();
            await reader.ReadAsync();
            (isOpen, epoch, standing) = (reader.GetBoolean(0), reader.GetInt32(3), [.. reader.GetFieldValue<int[]>(4)]);
            var (server, until) = (reader.GetDateTime(1), reader.GetDateTime(2));
            // The end of the results comes after the commit, or with its failure.
            await reader.NextResultAsync();
            clock.Set(server, until);
        }

        // A commit of nothing waits for no standby.
        if (isOpen && standing.Count == 0 && following.Exists(pending => pending.Payloads.Length == 0))
            await proof.ExecuteNonQueryAsync();
        if (isOpen)
            return Settle(group, standing);
        Forget(group);
        return epoch == (database.Seal?.Epoch ?? 0)
            ? null
            : throw new LedgerUnavailableException(
                $"The ledger {database.Place} cannot record: it was gone over to another seal key by another silo; set Ledger__SealKey "
                    + "to that key here too, and start this silo again.");
    }

    // What was filled in is not recorded, so nothing follows it.
    private void Forget(List<PendingAppend> group) => group.ForEach(pending => chain.Forget(pending.Append.UnitId));

    private int Settle(List<PendingAppend> group, HashSet<int> standing)
    {
        var rows = 0;
        foreach (var pending in group)
        {
            var append = pending.Append;
            if (standing.Contains(append.UnitId) || (pending.Payloads.Length == 0 && following.Contains(pending)))
            {
                pending.Note(exception: null);
                rows += pending.Payloads.Length;
                continue;
            }

            chain.Forget(append.UnitId);
            pending.Note(new LedgerFencedException(append.UnitId, append.FirstSequence));
        }

        return rows;
    }

    private void Fill(List<PendingAppend> group)
    {
        following.Clear();
        var count = 0;
        foreach (var pending in group)
        {
            // One that does not follow what the probe has seen is fenced; its rows would be sealed as if they followed it. So is one
            // whose unit was read in another era.
            if (chain[pending.Append.UnitId].Sequence != pending.Append.FirstSequence - 1 || pending.Append.Era != era)
                continue;
            following.Add(pending);
            count += pending.Payloads.Length;
        }

        Allocate(count);
        var place = 0;
        var start = clock.Now;
        now.TypedValue = Utc(start);
        foreach (var pending in following)
        {
            for (var row = 0; row < pending.Payloads.Length; row++, place++)
                Fill(place, start, pending, row);
        }
    }

    private void Allocate(int count)
    {
        units.TypedValue = new int[count];
        firsts.TypedValue = new int[count];
        sequences.TypedValue = new int[count];
        days.TypedValue = new DateOnly[count];
        instants.TypedValue = new DateTime[count];
        reporters.TypedValue = new string[count];
        keys.TypedValue = new string[count];
        withdrawals.TypedValue = new int?[count];
        payloads.TypedValue = new byte[count][];
        seals.TypedValue = new byte[]?[count];
    }

    // Every row a microsecond of its own, so that a silo's rows stand in one order.
    private void Fill(int place, long start, PendingAppend pending, int row)
    {
        ref readonly var entry = ref pending.Append.Rows.ItemRef(row);
        var head = chain[pending.Append.UnitId];
        var instant = Math.Max(start + place, head.RecordedAt + 1);
        units.TypedValue![place] = pending.Append.UnitId;
        firsts.TypedValue![place] = pending.Append.FirstSequence;
        sequences.TypedValue![place] = head.Sequence + 1;
        days.TypedValue![place] = entry.Report.EffectiveOn;
        instants.TypedValue![place] = Utc(instant);
        reporters.TypedValue![place] = entry.Reporter;
        keys.TypedValue![place] = entry.Report.IdempotencyKey;
        withdrawals.TypedValue![place] = entry.Report.Withdraws;
        payloads.TypedValue![place] = pending.Payloads[row];
        pending.Note(row, Instant.FromMicroseconds(instant));
        if (sealer is not null)
        {
            Seal(head, pending.Append.UnitId, instant, entry, pending.Payloads[row]);
            seals.TypedValue![place] = head.Seal.ToArray();
        }

        head.Sequence++;
        head.RecordedAt = instant;
    }

    private void Seal(UnitHead head, int unit, long instant, LedgerEntry entry, byte[] payload) => head.SealNext(sealer!, new SealedRow
    {
        Unit = unit,
        Identity = head.Identity,
        Sequence = head.Sequence + 1,
        Position = 0,
        EffectiveOn = Instant.ToNumber(entry.Report.EffectiveOn),
        RecordedAt = instant,
        Withdraws = entry.Report.Withdraws,
        Reporter = Encoding.UTF8.GetBytes(entry.Reporter),
        IdempotencyKey = Encoding.UTF8.GetBytes(entry.Report.IdempotencyKey),
        Payload = payload,
    });

    private static DateTime Utc(long microseconds) => Instant.FromMicroseconds(microseconds).UtcDateTime;
}
