using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>What is asked about the seals of a database.</summary>
/// <param name="database">The database.</param>
internal sealed class PostgresSealedLedger(PostgresDatabase database) : ISealedLedger
{
    // Somebody may have written days and instants that no calendar here has; as numbers they can be read all the same.
    private const string Page =
        """
        SELECT unit, sequence,
               CASE WHEN isfinite(effective_on)
                    THEN (extract(year FROM effective_on) * 10000 + extract(month FROM effective_on) * 100 + extract(day FROM effective_on))::bigint
                    ELSE 0 END,
               CASE WHEN isfinite(recorded_at) THEN (extract(epoch FROM recorded_at) * 1000000)::bigint ELSE 0 END,
               withdraws, reporter, idempotency_key, payload, seal
        FROM report
        WHERE (unit, sequence) > ($1, $2)
        ORDER BY unit, sequence
        LIMIT $3
        """;

    /// <inheritdoc/>
    public LedgerSeal? Seal => database.Seal;

    /// <inheritdoc/>
    public Task<ImmutableArray<SealEpoch>> ReadEpochsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Task.FromResult(PostgresSealing.Read(connection)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long,
        UnitIdentity>> ReadIdentitiesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyDictionary<long,
            UnitIdentity>>(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT id, edition, code FROM unit", connection);
            await using var stored = await command.ExecuteReaderAsync(cancellationToken);
            var identities = new Dictionary<long, UnitIdentity>();
            while (await stored.ReadAsync(cancellationToken))
                identities.Add(stored.GetInt32(0), new UnitIdentity(stored.GetString(1), stored.GetString(2)));
            return identities;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<StoredRow>> ReadPageAsync(
        long unit,
        long sequence,
        int limit,
        CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(Page, connection)
            {
                Parameters = { new() { Value = unit }, new() { Value = sequence }, new() { Value = limit } },
            };
            await using var stored = await command.ExecuteReaderAsync(cancellationToken);
            var rows = ImmutableArray.CreateBuilder<StoredRow>();
            while (await stored.ReadAsync(cancellationToken))
                rows.Add(Row(stored));
            return rows.DrainToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<SealedHead>> ReadHeadsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => ReadHeadsAsync(new NpgsqlCommand(HeadQuery.Sealed, connection), cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<SealedHead>> ReadSealsAsync(
        IReadOnlyCollection<SealedHead> rows,
        CancellationToken cancellationToken) => database.ReadAsync(
        connection => ReadHeadsAsync(
            new NpgsqlCommand(
                "SELECT unit, sequence, seal FROM unnest($1, $2) AS wanted (unit, sequence) JOIN report USING (unit, sequence)",
                connection)
            {
                Parameters =
                {
                    new() { Value = rows.Select(row => row.Unit).ToArray() },
                    new() { Value = rows.Select(row => row.Sequence).ToArray() }
                },
            },
            cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<RecordSet>> ReadSetsAsync(CancellationToken cancellationToken) =>
        ReadRecordsAsync(static table => RecordKind.All.Select(table.ReadSet).OfType<RecordSet>().ToImmutableArray(), cancellationToken);

    /// <inheritdoc/>
    public Task<T> ReadRecordsAsync<T>(Func<IRecordTable, T> read, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            return read(new PostgresRecords(connection));
        },
        cancellationToken);

    private static async Task<ImmutableArray<SealedHead>> ReadHeadsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command)
        {
            await using var stored = await command.ExecuteReaderAsync(cancellationToken);
            var heads = ImmutableArray.CreateBuilder<SealedHead>();
            while (await stored.ReadAsync(cancellationToken))
            {
                if (!await stored.IsDBNullAsync(2, cancellationToken)
                    && stored.GetFieldValue<byte[]>(2) is { Length: RowSealer.Length } seal)
                {
                    heads.Add(new SealedHead(stored.GetInt32(0), stored.GetInt32(1), seal));
                }
            }

            return heads.DrainToImmutable();
        }
    }

    private static StoredRow Row(NpgsqlDataReader stored) => new()
    {
        Unit = stored.GetInt32(0),
        Sequence = stored.GetInt32(1),
        Position = 0,
        EffectiveOn = stored.GetInt64(2),
        RecordedAt = stored.GetInt64(3),
        Withdraws = stored.IsDBNull(4) ? null : stored.GetInt32(4),
        Reporter = stored.GetFieldValue<byte[]>(5),
        IdempotencyKey = stored.GetFieldValue<byte[]>(6),
        Payload = stored.GetFieldValue<byte[]>(7),
        Seal = stored.IsDBNull(8) ? null : stored.GetFieldValue<byte[]>(8),
    };
}
