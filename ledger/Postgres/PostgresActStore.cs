using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger.Postgres;

/// <summary>Administrative acts, in the ledger's database.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresActStore(PostgresDatabase database) : IActStore
{
    private const string Columns = "number, at, act, key, edition, unit, target, outcome, request_id, figures, address, details";

    private const string Newest =
        $"""
        SELECT {Columns}, mac
        FROM administrative_act
        LEFT JOIN record_mac ON kind = '{RecordKind.Act}' AND id = lpad(number::text, 19, '0')
        WHERE number < $1 AND at >= $2 AND at < $3
        ORDER BY number DESC
        LIMIT $4
        """;

    /// <inheritdoc/>
    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return database.WriteAsync(connection => Task.FromResult(Insert(connection, database.Records, act)), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit,
        CancellationToken cancellationToken)
    {
        // Acts that somebody put there by hand are passed over, and others read in their place.
        var acts = ImmutableArray.CreateBuilder<AdministrativeAct>();
        while (true)
        {
            var (last, read) = await ReadPageAsync(before, from, until, limit, cancellationToken);
            acts.AddRange(read.Take(limit - acts.Count));
            if (acts.Count == limit || last is null)
                return acts.ToImmutable();
            before = last;
        }
    }

    /// <summary>Records an act in the connection's open transaction.</summary>
    internal static long Insert(NpgsqlConnection connection, RecordSeals? records, AdministrativeAct act)
    {
        var table = new PostgresRecords(connection);
        // Acts are numbered in the order in which they are covered.
        if (records is not null)
            table.Lock(RecordKind.Act);
        using var insertion = new NpgsqlCommand(
            "INSERT INTO administrative_act (at, act, key, edition, unit, target, outcome, request_id, figures, address, details) VALUES "
                + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING number",
            connection)
        {
            Parameters =
            {
                new() { Value = act.At.UtcDateTime },
                new() { Value = act.Act },
                Text(act.Key),
                new() { Value = act.Edition },
                new() { Value = act.Unit },
                Text(act.Target),
                new() { Value = act.Outcome },
                Text(act.RequestId),
                new() { Value = ActFigures.Write(act.Figures) },
                Text(act.Address),
                Text(ActFigures.Write(act.Details)),
            },
        };
        var number = (long)insertion.ExecuteScalar()!;
        records?.Cover(table, SealedRecord.Of(act with { Number = number }));
        return number;
    }

    /// <summary>Every act as it stands.</summary>
    internal static List<StoredRecord> ReadActs(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand($"SELECT {Columns} FROM administrative_act", connection);
        using var stored = command.ExecuteReader();
        var acts = new List<StoredRecord>();
        while (stored.Read())
            acts.Add(new StoredRecord(IdOf(stored.GetInt64(0)), StoredField.Read(() => SealedRecord.Of(Act(stored))), null));
        return acts;
    }

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static AdministrativeAct Act(NpgsqlDataReader stored) => new()
    {
        Number = stored.GetInt64(0),
        At = stored.GetFieldValue<DateTimeOffset>(1),
        Act = stored.GetString(2),
        Key = stored.IsDBNull(3) ? null : stored.GetString(3),
        Edition = stored.GetString(4),
        Unit = stored.GetString(5),
        Target = stored.IsDBNull(6) ? null : stored.GetString(6),
        Outcome = stored.GetString(7),
        RequestId = stored.IsDBNull(8) ? null : stored.GetString(8),
        Figures = ActFigures.Read(stored.GetString(9)),
        Address = stored.IsDBNull(10) ? null : stored.GetString(10),
        Details = ActFigures.ReadDetails(stored.IsDBNull(11) ? null : stored.GetString(11)),
    };

    private static string IdOf(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private Task<(long? Last, ImmutableArray<AdministrativeAct> Acts)> ReadPageAsync(
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit,
        CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(Newest, connection)
            {
                Parameters =
                {
                    new() { Value = before ?? long.MaxValue },
                    new() { Value = from?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) },
                    new() { Value = until?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) },
                    new() { Value = limit },
                },
            };
            await using var stored = await command.ExecuteReaderAsync(cancellationToken);
            var acts = ImmutableArray.CreateBuilder<AdministrativeAct>();
            var (read, last) = (0, 0L);
            while (await stored.ReadAsync(cancellationToken))
            {
                (read, last) = (read + 1, stored.GetInt64(0));
                var act = StoredField.Read(() => Act(stored));
                if (act is null)
                    database.Records?.Refuse(RecordKind.Act, IdOf(last));
                else if (database.Records is not { } records
                    || records.Accepts(SealedRecord.Of(act), stored.IsDBNull(12) ? null : stored.GetFieldValue<byte[]>(12)))
                    acts.Add(act);
            }

            return (read == limit ? last : (long?)null, acts.DrainToImmutable());
        },
        cancellationToken);
}
