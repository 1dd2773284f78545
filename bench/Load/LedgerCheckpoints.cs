using System;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Ledger.Sqlite;

namespace Aggregation.Bench.Load;

/// <summary>The checkpoints in a ledger's file.</summary>
internal static class LedgerCheckpoints
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes them all; no silo runs.</summary>
    public static void Remove(string ledger)
    {
        using var session = SqliteSession.Open(ledger, Busy);
        session.Execute("DELETE FROM grain_state");
    }

    /// <summary>Starts a silo and stops it once it has stored the nation's.</summary>
    /// <returns>How many bytes that one has.</returns>
    public static async Task<long> MakeAsync(string ledger)
    {
        await using var silo = await SiloProcess.StartAsync(ledger);
        while (true)
        {
            if (ReadLength(ledger) is { } length)
                return length;
            await Task.Delay(Look);
        }
    }

    private static long? ReadLength(string ledger)
    {
        using var session = SqliteSession.Open(ledger, Busy);
        return session.ReadNumber("SELECT max(length(content)) FROM grain_state");
    }
}
