using System;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Something the writer's thread does between two groups of appends.</summary>
internal interface IPendingWork
{
    /// <summary>Does it and answers whoever waits.</summary>
    void Perform(SqliteSession session);

    /// <summary>Answers that it could not be done.</summary>
    void Fail(Exception exception);
}
