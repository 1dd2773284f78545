using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>What is asked about the seals of a file.</summary>
/// <param name="database">The file.</param>
/// <param name="readers">Where sessions come from.</param>
internal sealed class SqliteSealedLedger(SqliteDatabase database, SqliteReaders readers) : ISealedLedger
{
    private const string Page =
        """
        SELECT unit, sequence, position, effective_on, recorded_at, withdraws, reporter, idempotency_key, payload, seal
        FROM report INDEXED BY report_sequence
        WHERE (unit, sequence) > (?, ?)
        ORDER BY unit, sequence
        LIMIT ?
        """;

    /// <inheritdoc/>
    public LedgerSeal? Seal => database.Seal;

    /// <inheritdoc/>
    public Task<ImmutableArray<SealEpoch>> ReadEpochsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(SqliteSealing.Read, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long,
        UnitIdentity>> ReadIdentitiesAsync(CancellationToken cancellationToken) => readers.ReadAsync<IReadOnlyDictionary<long,
            UnitIdentity>>(
        static session =>
        {
            var identities = new Dictionary<long, UnitIdentity>();
            var stored = session["SELECT id, edition, code FROM unit"];
            while (stored.Step())
                identities.Add(stored.Number(0), new UnitIdentity(stored.Text(1), stored.Text(2)));
            return identities;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<StoredRow>> ReadPageAsync(
        long unit,
        long sequence,
        int limit,
        CancellationToken cancellationToken) => readers.ReadAsync(
        session =>
        {
            var rows = ImmutableArray.CreateBuilder<StoredRow>();
            var stored = session[Page].Bind(1, unit).Bind(2, sequence).Bind(3, (long)limit);
            while (stored.Step())
                rows.Add(Row(stored));
            return rows.DrainToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<SealedHead>> ReadHeadsAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        static session =>
        {
            var heads = ImmutableArray.CreateBuilder<SealedHead>();
            var unit = (long)int.MaxValue + 1;
            var probe = session["SELECT unit, sequence, seal FROM report INDEXED BY report_sequence WHERE unit < ? ORDER BY unit DESC, "
                + "sequence DESC LIMIT 1"];
            while (probe.Bind(1, unit).Step())
            {
                unit = probe.Number(0);
                if (probe.Bytes(2).Length == RowSealer.Length)
                    heads.Add(new SealedHead((int)unit, (int)probe.Number(1), probe.Bytes(2).ToArray()));
                probe.Reset();
            }

            return heads.DrainToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<SealedHead>> ReadSealsAsync(
        IReadOnlyCollection<SealedHead> rows,
        CancellationToken cancellationToken) => readers.ReadAsync(
        session =>
        {
            var seals = ImmutableArray.CreateBuilder<SealedHead>();
            var probe = session["SELECT seal FROM report WHERE unit = ? AND sequence = ?"];
            foreach (var row in rows)
            {
                if (!probe.Bind(1, (long)row.Unit).Bind(2, (long)row.Sequence).Step())
                    continue;
                if (!probe.IsNull(0))
                    seals.Add(row with { Seal = probe.Bytes(0).ToArray() });
                probe.Reset();
            }

            return seals.DrainToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RecordSet>> ReadSetsAsync(CancellationToken cancellationToken) =>
        ReadRecordsAsync(static table => RecordKind.All.Select(table.ReadSet).OfType<RecordSet>().ToImmutableArray(), cancellationToken);

    /// <inheritdoc/>
    public Task<T> ReadRecordsAsync<T>(Func<IRecordTable, T> read, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => read(new SqliteRecords(session)), cancellationToken);

    private static StoredRow Row(SqliteStatement stored) => new()
    {
        Unit = stored.Number(0),
        Sequence = stored.Number(1),
        Position = stored.Number(2),
        EffectiveOn = stored.Number(3),
        RecordedAt = stored.Number(4),
        Withdraws = stored.IsNull(5) ? null : stored.Number(5),
        Reporter = stored.Bytes(6).ToArray(),
        IdempotencyKey = stored.Bytes(7).ToArray(),
        Payload = stored.Bytes(8).ToArray(),
        Seal = stored.IsNull(9) ? null : stored.Bytes(9).ToArray(),
    };
}
