using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The settings of the last start, in the ledger's file.</summary>
/// <param name="writer">The file's writer.</param>
/// <param name="readers">The file's readers.</param>
public sealed class SqliteSettingStore(SqliteWriter writer, SqliteReaders readers) : ISettingStore
{
    /// <inheritdoc/>
    public Task<ImmutableSortedDictionary<string, string>> LoadAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        static session =>
        {
            var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            var stored = session["SELECT name, value FROM applied_setting"];
            while (stored.Step())
                settings[stored.Text(0)] = stored.Text(1);
            return settings.ToImmutable();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(ImmutableSortedDictionary<string, string> settings, AdministrativeAct change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return writer.WriteAsync(
            session =>
            {
                session["DELETE FROM applied_setting"].Run();
                foreach (var (name, value) in settings)
                    session["INSERT INTO applied_setting (name, value) VALUES (?, ?)"].Bind(1, name).Bind(2, value).Run();
                SqliteActStore.Insert(session, writer.Records, change);
                return true;
            },
            cancellationToken);
    }
}
