using System;
using System.Text.Json;

namespace Aggregation.Ledger;

/// <summary>Makes the exception that tells a caller what the store could not do.</summary>
internal static class Unavailable
{
    /// <summary>Says what could not be done, where and why.</summary>
    public static LedgerUnavailableException Of(string path, string what, Exception exception) => exception switch
    {
        LedgerUnavailableException unavailable => unavailable,
        SqliteFailureException failure => new LedgerUnavailableException($"The ledger {path} cannot {what}: {failure.Reason} ({failure.Message}).", failure),
        JsonException json => new LedgerUnavailableException($"The ledger {path} cannot {what}: a row's payload was not written by this program ({json.Message}).", json),
        _ => new LedgerUnavailableException($"The ledger {path} cannot {what}: {exception.Message}", exception),
    };
}
