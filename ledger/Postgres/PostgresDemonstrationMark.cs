using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The mark, in the ledger's database.</summary>
public sealed class PostgresDemonstrationMark : IDemonstrationMark, IStoreChangeHandler
{
    private readonly PostgresDatabase database;
    private readonly TimeProvider time;
    private volatile bool isSet;

    /// <summary>Reads the mark.</summary>
    /// <param name="database">The database.</param>
    /// <param name="time">Dates the mark.</param>
    public PostgresDemonstrationMark(PostgresDatabase database, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        this.time = time;
        using var connection = database.Connect();
        using var command = Read(connection);
        isSet = command.ExecuteScalar() is not null;
    }

    /// <inheritdoc/>
    public bool IsSet => isSet;

    /// <inheritdoc/>
    public StoreChange Change => StoreChange.Mark;

    /// <inheritdoc/>
    public async Task SetAsync()
    {
        if (isSet)
            return;
        await database.WriteAsync(
            async connection =>
            {
                var table = new PostgresRecords(connection);
                table.Lock(RecordKind.Mark);
                await using var command = new NpgsqlCommand(
                    "INSERT INTO mark (name, set_at) VALUES ('demonstration', now()) ON CONFLICT DO NOTHING",
                    connection);
                if (await command.ExecuteNonQueryAsync() > 0)
                {
                    database.Records?.Cover(table, SealedRecord.OfMark("demonstration"));
                    PostgresActStore.Insert(connection, database.Records, MarkActs.Set(time));
                }

                await StoreChange.Mark.TellAsync(connection, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        isSet = true;
    }

    /// <summary>Reads the mark again: another silo may have set it.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be read.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var stored = await database.ReadAsync(
            async connection =>
            {
                await using var command = Read(connection);
                return await command.ExecuteScalarAsync(cancellationToken) is not null;
            },
            cancellationToken);
        isSet |= stored;
    }

    private static NpgsqlCommand Read(NpgsqlConnection connection) => new("SELECT 1 FROM mark WHERE name = 'demonstration'", connection);
}
