using System;
using System.Collections.Generic;

namespace Aggregation.Ledger;

/// <summary>
/// A connection that reads for a <see cref="ReadingLane"/>, used by its thread alone. After an exception it is disposed and another one
/// opened.
/// </summary>
internal interface IReadingSession : IDisposable
{
    /// <summary>False once the connection is known to be dead.</summary>
    bool IsOpen { get; }

    /// <summary>Reads the last sequence of every unit in one snapshot.</summary>
    LedgerHeads ReadHeads();

    /// <summary>Reads in one snapshot for selections that know the same and want the same columns, and hands each its rows.</summary>
    void Read(DateTimeOffset? knownAt, bool withSenders, List<PendingReading> readings);
}
