using System;

namespace Aggregation.Ledger.Sqlite;

/// <summary>What a file could not do.</summary>
internal static class SqliteUnavailable
{
    /// <summary>Says what could not be done, where and why.</summary>
    public static LedgerUnavailableException Of(
        string place,
        string what,
        Exception exception) => exception is SqliteFailureException failure
        ? Unavailable.Of(place, what, $"{failure.Reason} ({failure.Message}).", failure)
        : Unavailable.Of(place, what, exception);
}
