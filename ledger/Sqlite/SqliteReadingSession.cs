using System;
using System.Collections.Generic;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Reads the file for a <see cref="ReadingLane"/>.</summary>
internal sealed class SqliteReadingSession(SqliteDatabase database, TimeProvider time) : IReadingSession
{
    private readonly SqliteSession session = database.OpenReader();
    private readonly RowReader rows = new();
    private readonly HeadReader heads = new(time);

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public LedgerHeads ReadHeads()
    {
        session["BEGIN"].Run();
        var read = heads.Read(session);
        session["COMMIT"].Run();
        return read;
    }

    /// <inheritdoc/>
    public void Read(DateTimeOffset? knownAt, bool withSenders, List<PendingReading> readings)
    {
        session["BEGIN"].Run();
        rows.Read(session, knownAt, withSenders, readings);
        session["COMMIT"].Run();
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
