using System;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Units;

namespace Aggregation.Bench.Load;

/// <summary>Makes ledgers that have seen use.</summary>
internal static class LedgerMaker
{
    private const int GroupRows = 4_000;

    /// <summary>Makes a ledger of the simulated registry with rows of all its units in turn, a named model in one of four.</summary>
    public static async Task MakeAsync(string ledger, int rows)
    {
        Unit[] units;
        await using (var silo = await BenchSilo.StartAsync(ledger))
            units = [.. silo.Edition.Units];
        new Random(20170220).Shuffle(units);
        using var appender = new RawAppender(ledger, units, new Workload(withModels: false), new Workload(withModels: true));
        for (var row = 0; row < rows; row += GroupRows)
            appender.Append(Math.Min(GroupRows, rows - row));
    }
}
