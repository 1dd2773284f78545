using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>How the ledger is, as one silo finds it now.</summary>
public sealed record LedgerDiagnosis
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The file, or the server and database; no password.</summary>
    public required string Place { get; init; }

    /// <summary>Why the last commit of reports failed, one sentence; null while they succeed.</summary>
    public required string? Failure { get; init; }

    /// <summary>How long one small read took, in milliseconds.</summary>
    public required double? ReadMilliseconds { get; init; }

    /// <summary>
    /// How long it took to make a few bytes durable that are no report, in milliseconds, what waited before them included.
    /// </summary>
    public required double? CommitMilliseconds { get; init; }

    /// <summary>How far the ledger's own clock is ahead of the silo's, in milliseconds; null where it has none (SQLite).</summary>
    public required double? ClockAheadMilliseconds { get; init; }

    /// <summary>
    /// How far the newest row is dated after the silo's clock, in milliseconds, 0 where it is not; null from silos that do not say.
    /// </summary>
    public double? RowsAheadMilliseconds { get; init; }

    /// <summary>How large it is, in bytes.</summary>
    public required long? SizeBytes { get; init; }

    /// <summary>How much room its disk has left, in bytes; null where the silo cannot see that disk (PostgreSQL).</summary>
    public required long? FreeBytes { get; init; }

    /// <summary>How large that disk is, in bytes.</summary>
    public required long? DiskBytes { get; init; }

    /// <summary>The schema's sets, each with its version; null while it cannot be read.</summary>
    public required IReadOnlyList<SchemaVersion>? Schema { get; init; }
}
