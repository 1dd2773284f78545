using System;
using System.Diagnostics;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// The server's clock as this silo reckons it: rows are sealed with their instant before the server sees them. What the server says with
/// every group keeps it true to some milliseconds, and the server refuses an instant that is wrong. Used by one thread.
/// </summary>
internal sealed class RecordingClock
{
    private long serverMicroseconds;
    private long localTimestamp;
    private long settled;

    /// <summary>The earliest instant at which a row may be recorded now, in microseconds since 1970-01-01 UTC.</summary>
    public long Now => Math.Max(serverMicroseconds + (long)Stopwatch.GetElapsedTime(localTimestamp).TotalMicroseconds, settled + 1);

    /// <summary>Takes what the server has just said.</summary>
    /// <param name="server">Its clock.</param>
    /// <param name="until">The instant until which everything is settled.</param>
    public void Set(DateTime server, DateTime until)
    {
        serverMicroseconds = Instant.ToMicroseconds(new DateTimeOffset(server));
        localTimestamp = Stopwatch.GetTimestamp();
        settled = Instant.ToMicroseconds(new DateTimeOffset(until));
    }
}
