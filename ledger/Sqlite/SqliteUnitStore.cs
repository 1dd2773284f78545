using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Units;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The lists of units, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteUnitStore(SqliteWriter writer, SqliteReaders readers) : IUnitStore
{
    private const string Save =
        """
        INSERT INTO unit (id, edition, code, name, kind, level, parent, region, simulated)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
        SET code = excluded.code, name = excluded.name, kind = excluded.kind, level = excluded.level,
            parent = excluded.parent, region = excluded.region, simulated = excluded.simulated
        WHERE edition = excluded.edition
        """;

    /// <inheritdoc/>
    public Task<ImmutableArray<Edition>> LoadAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => Load(session, writer.Records), cancellationToken);

    /// <inheritdoc/>
    public Task<int> GenerationAsync(string edition, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => Generation(session, edition), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> HasReportsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => session.ReadNumber("SELECT 1 FROM report LIMIT 1") is not null, cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(Edition edition, AdministrativeAct? import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return writer.WriteAsync(
            session =>
            {
                AdvanceGeneration(session, edition);
                RemoveOthers(session, edition);
                foreach (var unit in edition.Units)
                    SaveUnit(session, edition, unit);
                writer.Records?.Cover(new SqliteRecords(session), SealedRecord.Of(edition));
                if (import is not null)
                    SqliteActStore.Insert(session, writer.Records, import);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Every edition as it stands.</summary>
    internal static List<StoredRecord> ReadEditions(SqliteSession session) =>
        ReadNames(session).ConvertAll(edition => new StoredRecord(
            edition.Name,
            SealedRecord.Of(edition.Name, edition.Generation, LoadUnits(session, edition.Name)),
            null));

    private static ImmutableArray<Edition> Load(SqliteSession session, RecordSeals? records)
    {
        var editions = ImmutableArray.CreateBuilder<Edition>();
        foreach (var (name, generation, mac) in ReadNames(session))
        {
            var units = LoadUnits(session, name);
            if (records is null || records.Accepts(SealedRecord.Of(name, generation, units), mac))
                editions.Add(new Edition(name, generation, units));
        }

        return editions.DrainToImmutable();
    }

    private static List<(string Name, int Generation, byte[]? Mac)> ReadNames(SqliteSession session)
    {
        var names = new List<(string, int, byte[]?)>();
        var stored =
            session[$"SELECT name, generation, mac FROM edition LEFT JOIN record_mac ON kind = '{RecordKind.Edition}' AND id = name "
                + "ORDER BY name"];
        while (stored.Step())
            names.Add((stored.Text(0), (int)stored.Number(1), stored.BytesOrNull(2)));
        return names;
    }

    private static List<Unit> LoadUnits(SqliteSession session, string edition)
    {
        var units = new List<Unit>();
        var stored = session["SELECT id, code, name, kind, level, parent, region, simulated FROM unit WHERE edition = ?"].Bind(1, edition);
        while (stored.Step())
        {
            units.Add(new Unit(
                (int)stored.Number(0),
                stored.Text(1),
                stored.Text(2),
                stored.Text(3),
                (int)stored.Number(4),
                stored.TextOrNull(5),
                stored.TextOrNull(6),
                stored.Number(7) != 0));
        }

        return units;
    }

    private static int Generation(SqliteSession session, string edition)
    {
        var generation = 0;
        var read = session["SELECT generation FROM edition WHERE name = ?"].Bind(1, edition);
        if (read.Step())
            generation = (int)read.Number(0);
        read.Reset();
        return generation;
    }

    private static void AdvanceGeneration(SqliteSession session, Edition edition)
    {
        var stored = Generation(session, edition.Name);
        if (stored != edition.Generation - 1)
            throw new StaleEditionException(edition.Name, edition.Generation - 1, stored);
        session["INSERT INTO edition (name, generation) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET generation = excluded.generation"]
            .Bind(1, edition.Name)
            .Bind(2, (long)edition.Generation)
            .Run();
    }

    private static void RemoveOthers(SqliteSession session, Edition edition)
    {
        var kept = edition.Units.Select(unit => unit.Id).ToHashSet();
        var gone = LoadUnits(session, edition.Name).Where(unit => !kept.Contains(unit.Id));
        foreach (var unit in gone)
        {
            var used = session["SELECT 1 FROM report WHERE unit = ? LIMIT 1"].Bind(1, (long)unit.Id);
            var isUsed = used.Step();
            used.Reset();
            if (isUsed)
                throw new UnitsInUseException(edition.Name);
            session["DELETE FROM unit WHERE id = ?"].Bind(1, (long)unit.Id).Run();
        }
    }

    private static void SaveUnit(SqliteSession session, Edition edition, Unit unit)
    {
        session[Save]
            .Bind(1, (long)unit.Id)
            .Bind(2, edition.Name)
            .Bind(3, unit.Code)
            .Bind(4, unit.Name)
            .Bind(5, unit.Kind)
            .Bind(6, (long)unit.Level)
            .Bind(7, unit.Parent)
            .Bind(8, unit.Region)
            .Bind(9, unit.Simulated ? 1L : 0L)
            .Run();
        if (session.Changes == 0)
            throw new InvalidOperationException(
                $"Unit {unit.Code} of edition {edition.Name} has the id {unit.Id} of a unit of another edition; ids are never given "
                    + "twice.");
    }
}
