using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Verification;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Bench.Load;

/// <summary>Appends through the silo's own writer, with seals or without, and nothing around it.</summary>
internal sealed class SealedAppender : IDisposable
{
    private readonly SqliteDatabase database;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly Unit[] units;
    private readonly int[] heads;
    private readonly Workload workload = new(withModels: false);
    private long rows;

    public SealedAppender(string path, SealOptions seal, Unit[] units)
    {
        this.units = units;
        heads = new int[units.Length];
        database = SqliteDatabase.Open(new SqliteLedgerOptions { Path = path, Seal = seal }, TimeProvider.System);
        writer = new SqliteWriter(database, TimeProvider.System);
        readers = new SqliteReaders(database);
    }

    /// <summary>Appends for a while, each caller to units of its own.</summary>
    /// <returns>Rows a second.</returns>
    public async Task<double> AppendAsync(TimeSpan span, int callers, int each)
    {
        rows = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var place = caller; Stopwatch.GetElapsedTime(started) < span; place = place + callers < units.Length
                ? place + callers
                : caller)
            {
                var entries = workload.Next(each).Select(report => new LedgerEntry("configured-admin", report));
                await writer.AppendAsync(new LedgerAppend(units[place].Id, heads[place] + 1, [.. entries]));
                heads[place] += each;
                Interlocked.Add(ref rows, each);
            }
        })));
        return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Compares every row with its seal.</summary>
    /// <returns>How many rows there were, and in what time.</returns>
    public async Task<(long Rows, TimeSpan Elapsed)> VerifyAsync()
    {
        var ledger = new SqliteSealedLedger(database, readers);
        using var keeper = new HeadsKeeper(ledger, HeadsOptions.None, TimeProvider.System, NullLogger<HeadsKeeper>.Instance);
        var started = Stopwatch.GetTimestamp();
        var verification = await new ChainVerification(ledger, keeper).RunAsync(default);
        if (verification.FaultsFound > 0 || verification.Unsealed > 0)
            throw new InvalidOperationException($"An untouched ledger has {verification.FaultsFound} faults.");
        return (verification.Rows, Stopwatch.GetElapsedTime(started));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        readers.Dispose();
        writer.Dispose();
        database.Dispose();
    }
}
