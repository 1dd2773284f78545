using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Administrative acts, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteActStore(SqliteWriter writer, SqliteReaders readers) : IActStore
{
    private const string Columns = "number, at, act, key, edition, unit, target, outcome, request_id, figures, address, details";

    /// <inheritdoc/>
    public Task RecordAsync(AdministrativeAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return writer.WriteAsync(
            session =>
            {
                Insert(session, writer.Records, act);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AdministrativeAct>> ReadNewestAsync(
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit,
        CancellationToken cancellationToken) =>
        readers.ReadAsync(session => ReadNewest(session, writer.Records, before, from, until, limit), cancellationToken);

    /// <summary>Records an act in the session's open transaction.</summary>
    internal static void Insert(SqliteSession session, RecordSeals? records, AdministrativeAct act)
    {
        session["INSERT INTO administrative_act (at, act, key, edition, unit, target, outcome, request_id, figures, address, details) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
            .Bind(1, Write(act.At))
            .Bind(2, act.Act)
            .Bind(3, act.Key)
            .Bind(4, act.Edition)
            .Bind(5, act.Unit)
            .Bind(6, act.Target)
            .Bind(7, act.Outcome)
            .Bind(8, act.RequestId)
            .Bind(9, ActFigures.Write(act.Figures))
            .Bind(10, act.Address)
            .Bind(11, ActFigures.Write(act.Details))
            .Run();
        records?.Cover(
            new SqliteRecords(session),
            SealedRecord.Of(act with { Number = session.ReadNumber("SELECT last_insert_rowid()")!.Value }));
    }

    /// <summary>Every act as it stands.</summary>
    internal static List<StoredRecord> ReadActs(SqliteSession session)
    {
        var acts = new List<StoredRecord>();
        var stored = session[$"SELECT {Columns} FROM administrative_act"];
        while (stored.Step())
            acts.Add(new StoredRecord(IdOf(stored.Number(0)), StoredField.Read(() => SealedRecord.Of(Act(stored))), null));
        return acts;
    }

    // Acts that somebody put there by hand are passed over, and others read in their place.
    private static ImmutableArray<AdministrativeAct> ReadNewest(
        SqliteSession session,
        RecordSeals? records,
        long? before,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int limit)
    {
        var acts = ImmutableArray.CreateBuilder<AdministrativeAct>();
        var stored = session[$"SELECT {Columns}, mac FROM administrative_act LEFT JOIN record_mac ON kind = '{RecordKind.Act}' AND id = "
            + "printf('%019d', number) WHERE number < ? AND at >= ? AND at < ? ORDER BY number DESC"]
            .Bind(1, before ?? long.MaxValue)
            .Bind(2, from is { } first ? Write(first) : "")
            .Bind(3, until is { } end ? Write(end) : "A");
        while (acts.Count < limit && stored.Step())
        {
            var act = StoredField.Read(() => Act(stored));
            if (act is null)
                records?.Refuse(RecordKind.Act, IdOf(stored.Number(0)));
            else if (records is null || records.Accepts(SealedRecord.Of(act), stored.BytesOrNull(12)))
                acts.Add(act);
        }

        stored.Reset();
        return acts.DrainToImmutable();
    }

    private static AdministrativeAct Act(SqliteStatement stored) => new()
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
        Address = stored.TextOrNull(10),
        Details = ActFigures.ReadDetails(stored.TextOrNull(11)),
    };

    private static string IdOf(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    // All of one length and in UTC, so that they sort as text.
    private static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
