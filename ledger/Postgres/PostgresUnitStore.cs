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
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The lists of units, in the ledger's database.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresUnitStore(PostgresDatabase database) : IUnitStore
{
    private const string Stored =
        $"""
        SELECT edition.name, edition.generation, unit.id, unit.code, unit.name, unit.kind, unit.level, unit.parent, unit.region, unit.simulated, record_mac.mac
        FROM edition
        JOIN unit ON unit.edition = edition.name
        LEFT JOIN record_mac ON record_mac.kind = '{RecordKind.Edition}' AND record_mac.id = edition.name
        ORDER BY edition.name
        """;

    private const string Advance =
        """
        INSERT INTO edition (name, generation)
        SELECT $1, $2
        WHERE $2 = 1 OR EXISTS (SELECT FROM edition WHERE name = $1)
        ON CONFLICT (name) DO UPDATE SET generation = excluded.generation
        WHERE edition.generation = excluded.generation - 1
        """;

    private const string Save =
        """
        INSERT INTO unit (id, edition, code, name, kind, level, parent, region, simulated)
        SELECT entry.id, $1, entry.code, entry.name, entry.kind, entry.level, entry.parent, entry.region, entry.simulated
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) AS entry (id, code, name, kind, level, parent, region, simulated)
        ON CONFLICT (id) DO UPDATE
        SET code = excluded.code, name = excluded.name, kind = excluded.kind, level = excluded.level,
            parent = excluded.parent, region = excluded.region, simulated = excluded.simulated
        WHERE unit.edition = excluded.edition
        """;

    /// <inheritdoc/>
    public Task<ImmutableArray<Edition>> LoadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadAsync(connection, database.Records, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<int> GenerationAsync(string edition, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => GenerationAsync(connection, edition, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> HasReportsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (bool)(await ScalarAsync(connection, "SELECT EXISTS (SELECT FROM report)", cancellationToken))!,
            cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(Edition edition, AdministrativeAct? import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return database.WriteAsync(
            async connection =>
            {
                var table = new PostgresRecords(connection);
                table.Lock(RecordKind.Edition);
                await AdvanceGenerationAsync(connection, edition, cancellationToken);
                await RemoveOthersAsync(connection, edition, cancellationToken);
                await SaveUnitsAsync(connection, edition, cancellationToken);
                database.Records?.Cover(table, SealedRecord.Of(edition));
                if (import is not null)
                    PostgresActStore.Insert(connection, database.Records, import);
                await StoreChange.Units.TellAsync(connection, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Every edition as it stands.</summary>
    internal static List<StoredRecord> ReadEditions(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Stored, connection);
        using var stored = command.ExecuteReader();
        var found = new Dictionary<(string Name, int Generation), (List<Unit> Units, byte[]? Mac)>();
        while (stored.Read())
            Take(stored, found);
        return [.. found.Select(edition => new StoredRecord(
            edition.Key.Name,
            SealedRecord.Of(edition.Key.Name, edition.Key.Generation, edition.Value.Units),
            null))];
    }

    private static async Task<ImmutableArray<Edition>> LoadAsync(
        NpgsqlConnection connection,
        RecordSeals? records,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Stored, connection);
        await using var stored = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<(string Name, int Generation), (List<Unit> Units, byte[]? Mac)>();
        while (await stored.ReadAsync(cancellationToken))
            Take(stored, found);
        return
        [
            .. found
                .Where(edition => records is null
                    || records.Accepts(SealedRecord.Of(edition.Key.Name, edition.Key.Generation, edition.Value.Units), edition.Value.Mac))
                .Select(edition => new Edition(edition.Key.Name, edition.Key.Generation, edition.Value.Units)),
        ];
    }

    private static void Take(NpgsqlDataReader stored, Dictionary<(string Name, int Generation), (List<Unit> Units, byte[]? Mac)> found)
    {
        var edition = (stored.GetString(0), stored.GetInt32(1));
        if (!found.TryGetValue(edition, out var entry))
            found.Add(edition, entry = ([], stored.IsDBNull(10) ? null : stored.GetFieldValue<byte[]>(10)));
        entry.Units.Add(new Unit(
            stored.GetInt32(2),
            stored.GetString(3),
            stored.GetString(4),
            stored.GetString(5),
            stored.GetInt32(6),
            stored.IsDBNull(7) ? null : stored.GetString(7),
            stored.IsDBNull(8) ? null : stored.GetString(8),
            stored.GetBoolean(9)));
    }

    private static async Task AdvanceGenerationAsync(NpgsqlConnection connection, Edition edition, CancellationToken cancellationToken)
    {
        // The row's lock, or the name's, has another import of the edition wait for this one.
        var stored = await ExecuteAsync(connection, Advance, cancellationToken, edition.Name, edition.Generation) == 0
            ? await GenerationAsync(connection, edition.Name, cancellationToken)
            : edition.Generation - 1;
        if (stored != edition.Generation - 1)
            throw new StaleEditionException(edition.Name, edition.Generation - 1, stored);
    }

    private static async Task<int> GenerationAsync(NpgsqlConnection connection, string edition, CancellationToken cancellationToken) =>
        (int)(await ScalarAsync(
            connection,
            "SELECT coalesce(max(generation), 0) FROM edition WHERE name = $1",
            cancellationToken,
            edition))!;

    private static async Task RemoveOthersAsync(NpgsqlConnection connection, Edition edition, CancellationToken cancellationToken)
    {
        var kept = edition.Units.Select(unit => unit.Id).ToArray();
        const string Others = "FROM unit WHERE edition = $1 AND id <> ALL ($2)";
        if (!(bool)(await ScalarAsync(connection, $"SELECT EXISTS (SELECT {Others})", cancellationToken, edition.Name, kept))!)
            return;
        // No append is in flight while this is looked at.
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock($1)", cancellationToken, AdvisoryLock.Appends);
        if ((bool)(await ScalarAsync(
            connection,
            $"SELECT EXISTS (SELECT {Others} AND EXISTS (SELECT FROM report WHERE report.unit = unit.id))",
            cancellationToken,
            edition.Name,
            kept))!)
        {
            throw new UnitsInUseException(edition.Name);
        }

        await ExecuteAsync(connection, $"DELETE {Others}", cancellationToken, edition.Name, kept);
    }

    private static async Task SaveUnitsAsync(NpgsqlConnection connection, Edition edition, CancellationToken cancellationToken)
    {
        var units = edition.Units;
        var saved = await ExecuteAsync(
            connection,
            Save,
            cancellationToken,
            edition.Name,
            units.Select(unit => unit.Id).ToArray(),
            units.Select(unit => unit.Code).ToArray(),
            units.Select(unit => unit.Name).ToArray(),
            units.Select(unit => unit.Kind).ToArray(),
            units.Select(unit => unit.Level).ToArray(),
            units.Select(unit => unit.Parent).ToArray(),
            units.Select(unit => unit.Region).ToArray(),
            units.Select(unit => unit.Simulated).ToArray());
        if (saved != units.Length)
            throw new InvalidOperationException(
                $"Of edition {edition.Name} {units.Length - saved} units have ids of units of another edition; ids are never given twice.");
    }

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
#pragma warning disable CA2100 // The statements are the program's own.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
