using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Sqlite;

/// <summary>The mark, in the ledger's file.</summary>
public sealed class SqliteDemonstrationMark : IDemonstrationMark
{
    private readonly SqliteWriter writer;
    private readonly TimeProvider time;
    private volatile bool isSet;

    /// <summary>Reads the mark.</summary>
    /// <param name="database">The file.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="time">Dates the mark.</param>
    public SqliteDemonstrationMark(SqliteDatabase database, SqliteWriter writer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.writer = writer;
        this.time = time;
        using var session = database.OpenReader();
        isSet = session.ReadNumber("SELECT 1 FROM mark WHERE name = 'demonstration'") is not null;
    }

    /// <inheritdoc/>
    public bool IsSet => isSet;

    /// <inheritdoc/>
    public async Task SetAsync()
    {
        if (isSet)
            return;
        await writer.WriteAsync(
            session =>
            {
                session["INSERT INTO mark (name, set_at) VALUES ('demonstration', ?) ON CONFLICT DO NOTHING"]
                    .Bind(1, time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
                    .Run();
                if (session.Changes == 0)
                    return false;
                writer.Records?.Cover(new SqliteRecords(session), SealedRecord.OfMark("demonstration"));
                SqliteActStore.Insert(session, writer.Records, MarkActs.Set(time));
                return true;
            },
            CancellationToken.None);
        isSet = true;
    }
}
