using System;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Domain.Units;

namespace Aggregation.Bench.Load;

/// <summary>
/// Makes ledgers that have seen use: of the simulated registry, with rows of all its units in turn, a named model in one of four.
/// </summary>
internal sealed class LedgerMaker : IDisposable
{
    private const int GroupRows = 4_000;

    private readonly RawAppender appender;

    private LedgerMaker(RawAppender appender) => this.appender = appender;

    /// <summary>Makes an empty ledger, to be filled while no silo runs on it.</summary>
    public static async Task<LedgerMaker> StartAsync(string ledger)
    {
        Unit[] units;
        await using (var silo = await BenchSilo.StartAsync(ledger))
            units = [.. silo.Edition.Units];
        new Random(20170220).Shuffle(units);
        return new LedgerMaker(new RawAppender(ledger, units, new Workload(withModels: false), new Workload(withModels: true)));
    }

    /// <summary>Makes a ledger with rows.</summary>
    public static async Task MakeAsync(string ledger, int rows)
    {
        using var maker = await StartAsync(ledger);
        maker.Append(rows);
    }

    /// <summary>Appends rows.</summary>
    public void Append(int rows)
    {
        for (var row = 0; row < rows; row += GroupRows)
            appender.Append(Math.Min(GroupRows, rows - row));
    }

    /// <inheritdoc/>
    public void Dispose() => appender.Dispose();
}
