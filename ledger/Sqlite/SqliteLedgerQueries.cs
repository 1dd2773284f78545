using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The API's own questions, answered from the SQLite file.</summary>
/// <param name="readers">Where sessions come from.</param>
public sealed class SqliteLedgerQueries(SqliteReaders readers) : ILedgerQueries
{
    private const string Newest =
        """
        SELECT sequence, effective_on, recorded_at, withdraws, payload, reporter, idempotency_key,
               (SELECT min(later.sequence) FROM report AS later WHERE later.unit = report.unit AND later.withdraws = report.sequence)
        FROM report INDEXED BY report_sequence
        WHERE unit = ? AND sequence < ?
        ORDER BY sequence DESC
        LIMIT ?
        """;

    private const string FirstOfUnit =
        """
        SELECT 1
        FROM report INDEXED BY report_sequence
        WHERE unit = ?1 AND position > ?4 AND position <= ?5 AND effective_on BETWEEN ?2 AND ?3 AND withdraws IS NULL
          AND NOT EXISTS (SELECT 1 FROM report AS later WHERE later.unit = ?1 AND later.withdraws = report.sequence AND later.position <= ?5)
        ORDER BY sequence DESC
        LIMIT 1
        """;

    // The withdrawals are asked for only where the day fits: that is the rarest of the conditions, and it comes first.
    private const string AllNewestFirst =
        """
        SELECT unit
        FROM report
        WHERE position > ?3 AND position <= ?4 AND effective_on BETWEEN ?1 AND ?2 AND withdraws IS NULL
          AND NOT EXISTS (SELECT 1 FROM report AS later WHERE later.unit = report.unit AND later.withdraws = report.sequence AND later.position <= ?4)
        ORDER BY position DESC
        """;

    /// <inheritdoc/>
    public Task<ImmutableArray<LedgerRow>> ReadNewestAsync(int unitId, int? before, int limit, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => ReadNewest(session, unitId, before, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindRecordedAfterAsync(
        DateTimeOffset instant,
        CancellationToken cancellationToken) => readers.ReadAsync<DateTimeOffset?>(
        session => session.ReadNumber("SELECT recorded_at FROM report ORDER BY position DESC LIMIT 1") is { } newest
            && newest > Instant.ToMicroseconds(instant) ? Instant.FromMicroseconds(newest) : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlySet<int>> FindReportingAsync(
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unitIds);
        return readers.ReadAsync<IReadOnlySet<int>>(
            session => FindReporting(session, unitIds, firstDay, lastDay, knownAt, cancellationToken),
            cancellationToken);
    }

    private static ImmutableArray<LedgerRow> ReadNewest(SqliteSession session, int unitId, int? before, int limit)
    {
        var found = ImmutableArray.CreateBuilder<LedgerRow>();
        var rows = session[Newest].Bind(1, (long)unitId).Bind(2, before ?? long.MaxValue).Bind(3, (long)limit);
        while (rows.Step())
        {
            found.Add(new LedgerRow
            {
                UnitId = unitId,
                Sequence = (int)rows.Number(0),
                EffectiveOn = Instant.ToDay((int)rows.Number(1)),
                RecordedAt = Instant.FromMicroseconds(rows.Number(2)),
                Withdraws = rows.NumberOrNull(3),
                Figures = FiguresJson.Read(rows.Bytes(4)),
                Reporter = rows.Text(5),
                IdempotencyKey = rows.Text(6),
                WithdrawnBy = rows.NumberOrNull(7),
            });
        }

        return found.DrainToImmutable();
    }

    private static HashSet<int> FindReporting(
        SqliteSession session,
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken)
    {
        var last = RowReader.LastPosition(session, knownAt);
        // No report speaks of a day to come, so none that is effective on a day was recorded before it. One day more forgives a clock.
        var first = RowReader.LastPosition(session, new DateTimeOffset(firstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-2));
        return RowReader.IsMany(session, unitIds.Count)
            ? Scan(session, unitIds.ToHashSet(), firstDay, lastDay, first, last, cancellationToken)
            : Probe(session, unitIds, firstDay, lastDay, first, last);
    }

    private static HashSet<int> Probe(
        SqliteSession session,
        IReadOnlyCollection<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        long first,
        long last)
    {
        var found = new HashSet<int>();
        var probe = session[FirstOfUnit].Bind(2, (long)Instant.ToNumber(firstDay))
            .Bind(3, (long)Instant.ToNumber(lastDay))
            .Bind(4, first)
            .Bind(5, last);
        foreach (var unitId in unitIds)
        {
            if (probe.Bind(1, (long)unitId).Step())
                found.Add(unitId);
            probe.Reset();
        }

        return found;
    }

    private static HashSet<int> Scan(
        SqliteSession session,
        HashSet<int> unitIds,
        DateOnly firstDay,
        DateOnly lastDay,
        long first,
        long last,
        CancellationToken cancellationToken)
    {
        var found = new HashSet<int>();
        var rows = session[AllNewestFirst].Bind(1, (long)Instant.ToNumber(firstDay))
            .Bind(2, (long)Instant.ToNumber(lastDay))
            .Bind(3, first)
            .Bind(4, last);
        while (found.Count < unitIds.Count && rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var unitId = (int)rows.Number(0);
            if (unitIds.Contains(unitId))
                found.Add(unitId);
        }

        rows.Reset();
        return found;
    }
}
