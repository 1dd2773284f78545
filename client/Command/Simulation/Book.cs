using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>What was acknowledged, kept in memory and, where wanted, in a file with one line of JSON for each report.</summary>
/// <param name="file">The file; null for none.</param>
internal sealed class Book(string? file) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<BookEntry> entries = [];
    private readonly List<double> latencies = [];
    private readonly StreamWriter? writer = file is null ? null : new StreamWriter(file);
    private long repeated;
    private long unanswered;

    public IReadOnlyList<BookEntry> Entries => entries;

    public long Repeated => repeated;

    public long Unanswered => unanswered;

    /// <summary>How many are acknowledged so far.</summary>
    public long Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    /// <summary>Takes in an acknowledged batch.</summary>
    public void Acknowledge(IReadOnlyList<Report> batch, ReportReceipt receipt, TimeSpan took)
    {
        lock (gate)
        {
            repeated += receipt.Duplicates;
            latencies.Add(took.TotalMilliseconds);
            for (var place = 0; place < batch.Count; place++)
            {
                var result = receipt.Results[place];
                var entry = new BookEntry(result.Sequence ?? 0, result.Outcome, batch[place]);
                entries.Add(entry);
                writer?.WriteLine(JsonSerializer.Serialize(entry, SimulationJson.Written.BookEntry));
            }

            // What was acknowledged must be in the book even if this program is killed.
            writer?.Flush();
        }
    }

    /// <summary>Takes in a batch of which nobody knows.</summary>
    public void Lose(IReadOnlyList<Report> batch) => Interlocked.Add(ref unanswered, batch.Count);

    /// <summary>The time that a share of all batches stayed under.</summary>
    public double Percentile(double share)
    {
        lock (gate)
        {
            latencies.Sort();
            return latencies.Count == 0 ? 0 : Math.Round(latencies[Math.Min(latencies.Count - 1, (int)(share * latencies.Count))], 2);
        }
    }

    public void Dispose() => writer?.Dispose();
}
