using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>
/// Compares a book with the audit trail of every unit in it: each acknowledged report once, under its number, with its figures.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="run">The beginning of the run's idempotency keys.</param>
/// <param name="book">The book.</param>
internal sealed class BookChecking(AggregationClient client, string run, Book book)
{
    private const int AtOnce = 8;
    private readonly ConcurrentQueue<string> differences = new();
    private long rows;

    public async Task<BookCheck> RunAsync(CancellationToken cancellationToken)
    {
        var units = book.Entries.GroupBy(entry => entry.Report.Unit, StringComparer.Ordinal).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(units, options, async (unit, stop) => await CheckAsync(unit.Key, [.. unit], stop));
        return new BookCheck(units.Count, rows, [.. differences.Order(StringComparer.Ordinal)]);
    }

    private async Task CheckAsync(string unit, List<BookEntry> entries, CancellationToken cancellationToken)
    {
        var ledger = new Dictionary<string, LedgerReport>(StringComparer.Ordinal);
        await foreach (var row in client.GetReportsAsync(unit, cancellationToken))
        {
            if (!row.IdempotencyKey.StartsWith(run, StringComparison.Ordinal))
                continue;
            Interlocked.Increment(ref rows);
            if (!ledger.TryAdd(row.IdempotencyKey, row))
                Say(unit, row.IdempotencyKey, "twice in the ledger");
        }

        foreach (var entry in entries)
        {
            if (!ledger.Remove(entry.Report.IdempotencyKey, out var row))
                Say(unit, entry.Report.IdempotencyKey, "acknowledged, and not in the ledger");
            else if (row.Sequence != entry.Sequence)
                Say(unit, entry.Report.IdempotencyKey, $"acknowledged as {entry.Sequence}, in the ledger as {row.Sequence}");
            else if (!IsSame(entry.Report, row))
                Say(unit, entry.Report.IdempotencyKey, "other figures in the ledger");
        }

        // What nobody answered may stand; anything else must be in the book.
        if (book.Unanswered > 0)
            return;
        foreach (var key in ledger.Keys)
            Say(unit, key, "in the ledger, and never acknowledged");
    }

    private static bool IsSame(Report report, LedgerReport row) =>
        row.EffectiveOn == report.EffectiveOn
        && IsSame(report.Counts!, row.Counts)
        && IsSame(report.Statuses!, row.Statuses)
        && row.Models.Count == report.Models!.Count
        && row.Models.Zip(report.Models).All(pair =>
            pair.First.Name == pair.Second.Name
                && pair.First.Sites == pair.Second.Sites
                && pair.First.Groups == pair.Second.Groups
                && pair.First.Kinds.SequenceEqual(pair.Second.Kinds, StringComparer.Ordinal));

    private static bool IsSame<T>(IReadOnlyDictionary<string, T> one, IReadOnlyDictionary<string, T> other) =>
        one.Count == other.Count
            && one.All(pair => other.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(pair.Value, value));

    private void Say(string unit, string key, string what) => differences.Enqueue($"{unit} {key}: {what}");
}
