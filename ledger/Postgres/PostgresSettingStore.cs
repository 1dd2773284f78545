using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The settings of the last start, in the ledger's database.</summary>
/// <param name="database">The database.</param>
public sealed class PostgresSettingStore(PostgresDatabase database) : ISettingStore
{
    /// <inheritdoc/>
    public Task<ImmutableSortedDictionary<string, string>> LoadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT name, value FROM applied_setting", connection);
            await using var stored = await command.ExecuteReaderAsync(cancellationToken);
            var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            while (await stored.ReadAsync(cancellationToken))
                settings[stored.GetString(0)] = stored.GetString(1);
            return settings.ToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(ImmutableSortedDictionary<string, string> settings, AdministrativeAct change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return database.WriteAsync(
            async connection =>
            {
                await using var replacement = new NpgsqlBatch(connection)
                {
                    BatchCommands =
                    {
                        new("DELETE FROM applied_setting"),
                        // Two silos that start at once with the same settings store the same.
                        new("INSERT INTO applied_setting (name, value) SELECT * FROM unnest($1, $2) ON CONFLICT (name) DO UPDATE SET "
                            + "value = excluded.value")
                        {
                            Parameters = { new() { Value = settings.Keys.ToArray() }, new() { Value = settings.Values.ToArray() } },
                        },
                    },
                };
                await replacement.ExecuteNonQueryAsync(cancellationToken);
                PostgresActStore.Insert(connection, database.Records, change);
                return true;
            },
            cancellationToken);
    }
}
