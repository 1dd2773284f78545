using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The API's own questions, answered from the PostgreSQL database.</summary>
/// <param name="database">The database.</param>
/// <param name="settlement">What makes the past final.</param>
public sealed class PostgresLedgerQueries(PostgresDatabase database, PostgresSettlement settlement) : ILedgerQueries
{
    private const string Newest =
        """
        SELECT sequence, effective_on, recorded_at, withdraws, payload, reporter, idempotency_key,
               (SELECT min(later.sequence) FROM report AS later WHERE later.unit = report.unit AND later.withdraws = report.sequence)
        FROM report
        WHERE unit = $1 AND sequence < $2
        ORDER BY sequence DESC
        LIMIT $3
        """;

    private const string Reporting =
        """
        SELECT DISTINCT unit
        FROM report
        WHERE unit = ANY($1) AND effective_on BETWEEN $2 AND $3 AND withdraws IS NULL AND recorded_at BETWEEN $4 AND $5
          AND NOT EXISTS (
              SELECT
              FROM report AS later
              WHERE later.unit = report.unit AND later.withdraws = report.sequence AND later.recorded_at <= $5
          )
        """;

    /// <inheritdoc/>
    public Task<ImmutableArray<LedgerRow>> ReadNewestAsync(int unitId, int? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ReadNewestAsync(connection, unitId, before, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindRecordedAfterAsync(
        DateTimeOffset instant,
        CancellationToken cancellationToken) => database.ReadAsync<DateTimeOffset?>(
        async connection =>
        {
            // The summaries of blocks by their instants leave nearly nothing to read.
            await using var command = new NpgsqlCommand(
                "SELECT max(recorded_at) FROM report WHERE recorded_at > $1",
                connection)
            { Parameters = { new() { Value = instant.UtcDateTime } } };
            return await command.ExecuteScalarAsync(cancellationToken) is DateTime newest ? new DateTimeOffset(newest) : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<int>> FindReportingAsync(
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unitIds);
        await settlement.SettleAsync(knownAt, cancellationToken);
        return await database.ReadAsync(
            connection => FindReportingAsync(connection, unitIds, firstDay, lastDay, knownAt, cancellationToken),
            cancellationToken);
    }

    private static async Task<ImmutableArray<LedgerRow>> ReadNewestAsync(
        NpgsqlConnection connection,
        int unitId,
        int? before,
        int limit,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Newest, connection)
        {
            Parameters = { new() { Value = unitId }, new() { Value = before ?? int.MaxValue }, new() { Value = limit } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = ImmutableArray.CreateBuilder<LedgerRow>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new LedgerRow
            {
                UnitId = unitId,
                Sequence = rows.GetInt32(0),
                EffectiveOn = rows.GetFieldValue<DateOnly>(1),
                RecordedAt = new DateTimeOffset(rows.GetDateTime(2)),
                Withdraws = rows.GetFieldValue<int?>(3),
                Figures = FiguresJson.Read(rows.GetFieldValue<byte[]>(4)),
                Reporter = rows.GetString(5),
                IdempotencyKey = rows.GetString(6),
                WithdrawnBy = rows.GetFieldValue<int?>(7),
            });
        }

        return found.DrainToImmutable();
    }

    private static async Task<IReadOnlySet<int>> FindReportingAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken)
    {
        // No report speaks of a day to come, so none that is effective on a day was recorded before it. One day more forgives a clock.
        var earliest = new DateTimeOffset(firstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-2);
        await using var command = new NpgsqlCommand(Reporting, connection)
        {
            Parameters =
            {
                new() { Value = unitIds.ToArray() },
                new() { Value = firstDay },
                new() { Value = lastDay },
                new() { Value = earliest.UtcDateTime },
                new() { Value = (knownAt ?? DateTimeOffset.MaxValue).UtcDateTime },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<int>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(rows.GetInt32(0));
        return found;
    }
}
