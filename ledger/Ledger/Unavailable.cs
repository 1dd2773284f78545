using System;
using System.Text.Json;

namespace Aggregation.Ledger;

/// <summary>Makes the exception that tells a caller what the store could not do.</summary>
internal static class Unavailable
{
    /// <summary>Says what could not be done, where and why; a store says more of its own exceptions.</summary>
    public static LedgerUnavailableException Of(string place, string what, Exception exception) => exception switch
    {
        LedgerUnavailableException unavailable => unavailable,
        JsonException json => Of(place, what, $"a row's payload was not written by this program ({json.Message}).", json),
        _ => Of(place, what, exception.Message, exception),
    };

    /// <summary>Says it in words of one's own.</summary>
    public static LedgerUnavailableException Of(string place, string what, string why, Exception exception) =>
        new($"The ledger {place} cannot {what}: {why}", exception);
}
