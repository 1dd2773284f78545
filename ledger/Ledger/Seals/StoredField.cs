using System;
using System.Text.Json;

namespace Aggregation.Ledger.Seals;

/// <summary>Fields that somebody else may have written into a store.</summary>
internal static class StoredField
{
    /// <summary>Reads a record.</summary>
    /// <returns>Null where a field holds what no silo writes there.</returns>
    public static T? Read<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException
            or InvalidOperationException or InvalidCastException or JsonException)
        {
            return null;
        }
    }
}
