using System;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>What a database could not do.</summary>
internal static class PostgresUnavailable
{
    /// <summary>Says what could not be done, where and why.</summary>
    public static LedgerUnavailableException Of(string place, string what, Exception exception) => exception switch
    {
        PostgresException postgres => Unavailable.Of(place, what, $"{postgres.MessageText} (SQLSTATE {postgres.SqlState}).", postgres),
        NpgsqlException or TimeoutException => Unavailable.Of(place, what, (exception.InnerException ?? exception).Message, exception),
        _ => Unavailable.Of(place, what, exception),
    };
}
