using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Audit;

namespace Aggregation.Ledger;

/// <summary>Administrative acts, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteActStore(SqliteWriter writer, SqliteReaders readers) : IActStore
{
    /// <inheritdoc/>
    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return writer.WriteAsync(
            session =>
            {
                Insert(session, act);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(long? before, DateTimeOffset? from, DateTimeOffset? until, int limit, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => ReadNewest(session, before, from, until, limit), cancellationToken);

    /// <summary>Records an act in the session's open transaction.</summary>
    internal static void Insert(SqliteSession session, AdministrativeAct act) =>
        session["INSERT INTO administrative_act (at, act, key, edition, unit, target, outcome, request_id, figures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"]
            .Bind(1, Write(act.At))
            .Bind(2, act.Act)
            .Bind(3, act.Key)
            .Bind(4, act.Edition)
            .Bind(5, act.Unit)
            .Bind(6, act.Target)
            .Bind(7, act.Outcome)
            .Bind(8, act.RequestId)
            .Bind(9, ActFigures.Write(act.Figures))
            .Run();

    private static ImmutableArray<AdministrativeAct> ReadNewest(SqliteSession session, long? before, DateTimeOffset? from, DateTimeOffset? until, int limit)
    {
        var acts = ImmutableArray.CreateBuilder<AdministrativeAct>();
        var stored = session["SELECT number, at, act, key, edition, unit, target, outcome, request_id, figures FROM administrative_act WHERE number < ? AND at >= ? AND at < ? ORDER BY number DESC LIMIT ?"]
            .Bind(1, before ?? long.MaxValue)
            .Bind(2, from is { } first ? Write(first) : "")
            .Bind(3, until is { } end ? Write(end) : "A")
            .Bind(4, (long)limit);
        while (stored.Step())
        {
            acts.Add(new AdministrativeAct
            {
                Number = stored.Number(0),
                At = DateTimeOffset.ParseExact(stored.Text(1), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Act = stored.Text(2),
                Key = stored.TextOrNull(3),
                Edition = stored.Text(4),
                Unit = stored.Text(5),
                Target = stored.TextOrNull(6),
                Outcome = stored.Text(7),
                RequestId = stored.TextOrNull(8),
                Figures = ActFigures.Read(stored.Text(9)),
            });
        }

        return acts.DrainToImmutable();
    }

    // All of one length and in UTC, so that they sort as text.
    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
