using System;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Compares a clock with the server's.</summary>
internal static class PostgresClock
{
    /// <summary>Asks the server what time it is.</summary>
    /// <returns>How long the answer took, and how far the server's clock is ahead, exact to half of that.</returns>
    public static async Task<(TimeSpan Took, TimeSpan Ahead)> CompareAsync(
        NpgsqlConnection connection,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (before, started) = (time.GetUtcNow(), time.GetTimestamp());
        await using var clock = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var server = new DateTimeOffset((DateTime)(await clock.ExecuteScalarAsync(cancellationToken))!);
        var took = time.GetElapsedTime(started);
        return (took, server - (before + (took / 2)));
    }
}
