using System;
using System.Text.Json;
using Npgsql;

namespace Aggregation.Ledger;

/// <summary>Makes the exception that tells a caller what the store could not do.</summary>
internal static class Unavailable
{
    /// <summary>Says what could not be done, where and why.</summary>
    public static LedgerUnavailableException Of(string place, string what, Exception exception) => exception switch
    {
        LedgerUnavailableException unavailable => unavailable,
        SqliteFailureException failure => new LedgerUnavailableException($"The ledger {place} cannot {what}: {failure.Reason} ({failure.Message}).", failure),
        PostgresException postgres => new LedgerUnavailableException($"The ledger {place} cannot {what}: {postgres.MessageText} (SQLSTATE {postgres.SqlState}).", postgres),
        NpgsqlException or TimeoutException => new LedgerUnavailableException($"The ledger {place} cannot {what}: {(exception.InnerException ?? exception).Message}", exception),
        JsonException json => new LedgerUnavailableException($"The ledger {place} cannot {what}: a row's payload was not written by this program ({json.Message}).", json),
        _ => new LedgerUnavailableException($"The ledger {place} cannot {what}: {exception.Message}", exception),
    };
}
