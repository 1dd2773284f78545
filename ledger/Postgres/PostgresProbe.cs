using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Looks at the database. What room its server's disk has left is not to be asked of it.</summary>
/// <param name="database">The database.</param>
/// <param name="sets">The tables that this silo sees to.</param>
/// <param name="time">The clock that is compared with the server's, and measures.</param>
internal sealed class PostgresProbe(PostgresDatabase database, IEnumerable<PostgresSchemaSet> sets, TimeProvider time) : ILedgerProbe
{
    /// <inheritdoc/>
    public Task<LedgerProbe> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ReadAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<TimeSpan> CommitAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await database.WriteAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(PostgresCommits.Proof, connection);
                return await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
        return time.GetElapsedTime(started);
    }

    private async Task<LedgerProbe> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (took, ahead) = await PostgresClock.CompareAsync(connection, time, cancellationToken);
        await using var size = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        var bytes = (long)(await size.ExecuteScalarAsync(cancellationToken))!;
        return new LedgerProbe(took, ahead, bytes, null, null, await ReadSchemaAsync(connection, cancellationToken));
    }

    private async Task<ImmutableArray<SchemaState>> ReadSchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT set, max(version) FROM schema_version GROUP BY set", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            stored[rows.GetString(0)] = rows.GetInt32(1);
        return [.. sets.Select(set => new SchemaState(set.Name, stored.GetValueOrDefault(set.Name), PostgresSchema.KnownOf(set)))];
    }
}
