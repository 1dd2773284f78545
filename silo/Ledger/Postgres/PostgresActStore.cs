using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Audit;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Ledger;

/// <summary>Administrative acts, in the ledger's database.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresActStore(PostgresDatabase database) : IActStore
{
    private const string Newest =
        """
        SELECT number, at, act, key, edition, unit, target, outcome, request_id, figures
        FROM administrative_act
        WHERE number < $1 AND at >= $2 AND at < $3
        ORDER BY number DESC
        LIMIT $4
        """;

    /// <inheritdoc/>
    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return database.WriteAsync(
            async connection =>
            {
                await using var command = Insertion(connection, act);
                return await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(long? before, DateTimeOffset? from, DateTimeOffset? until, int limit, CancellationToken cancellationToken) => database.ReadAsync(
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
            return await ReadAsync(command, cancellationToken);
        },
        cancellationToken);

    /// <summary>Records an act in the connection's open transaction.</summary>
    internal static NpgsqlCommand Insertion(NpgsqlConnection connection, AdministrativeAct act) =>
        new("INSERT INTO administrative_act (at, act, key, edition, unit, target, outcome, request_id, figures) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", connection)
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
            },
        };

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static async Task<ImmutableArray<AdministrativeAct>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var stored = await command.ExecuteReaderAsync(cancellationToken);
        var acts = ImmutableArray.CreateBuilder<AdministrativeAct>();
        while (await stored.ReadAsync(cancellationToken))
        {
            acts.Add(new AdministrativeAct
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
            });
        }

        return acts.DrainToImmutable();
    }
}
