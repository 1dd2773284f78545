using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Outboxes.Pushing;

/// <summary>
/// Decides what is sent together. One batch is on its way at a time, and a batch is always a beginning of what waits for
/// each of its units, so that the order within a unit never changes. A report is condemned only when it was refused as
/// the first one of its unit in a batch: its fault then cannot lie in another one of its unit that waits. No I/O, no clock.
/// </summary>
internal sealed class BatchCutter
{
    /// <summary>The most reports in a batch.</summary>
    public const int MaxReports = 1_000;

    // Below the 1 MiB of a body by what stands around the reports.
    private const int MaxBytes = 1_000_000;

    private readonly Dictionary<string, long> heldFrom = new(StringComparer.Ordinal);
    private readonly HashSet<string> postponed = new(StringComparer.Ordinal);
    private int limit = MaxReports;

    /// <summary>True when some units are passed over because the silo fails at them.</summary>
    public bool HasPostponed => postponed.Count > 0;

    /// <summary>The next batch; empty when nothing waits that may be sent now.</summary>
    /// <param name="scan">Shows what waits, in order, until it is told that that was enough.</param>
    public IReadOnlyList<OutboxReport> Next(Action<Func<OutboxReport, bool>> scan)
    {
        var batch = Cut(scan);
        if (batch.Count > 0 || heldFrom.Count == 0)
            return batch;
        heldFrom.Clear();
        return Cut(scan);
    }

    /// <summary>A batch was taken.</summary>
    public void Take()
    {
        heldFrom.Clear();
        limit = Math.Min(limit * 2, MaxReports);
    }

    /// <summary>No answer came to a batch: a smaller one may get through.</summary>
    public void Lose(IReadOnlyList<OutboxReport> batch) => limit = Math.Max(1, batch.Count / 2);

    /// <summary>The silo itself failed at a batch. Single reports show which one it is; its unit is passed over for now.</summary>
    public void Fail(IReadOnlyList<OutboxReport> batch)
    {
        if (batch.Count == 1)
            postponed.Add(batch[0].Report.Unit);
        limit = 1;
    }

    /// <summary>Tries the units again that were passed over.</summary>
    public void Resume() => postponed.Clear();

    /// <summary>A batch was refused.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="problem">What the silo said.</param>
    /// <returns>The reports that are condemned; every other one that does not stand is to be sent again.</returns>
    public IReadOnlyList<(OutboxReport Report, OutboxRefusal Refusal)> Refuse(IReadOnlyList<OutboxReport> batch, Problem problem)
    {
        var errors = problem.Errors ?? [];
        var left = Enumerable.Range(0, batch.Count).Where(place => !Stands(problem, place)).ToArray();
        if (errors.Any(error => error.Pointer == "/edition"))
            return [.. left.Select(place => (batch[place], RefusalOf(problem, errors)))];

        var pointed = errors.Select(error => (Place: PlaceOf(error.Pointer), Error: error))
            .Where(pair => left.Contains(pair.Place))
            .ToLookup(pair => pair.Place, pair => pair.Error with { Pointer = Shorten(pair.Error.Pointer) });
        if (pointed.Count > 0)
            return Condemn(batch, left, pointed, problem);
        if (left.Length == 1)
            return [(batch[left[0]], RefusalOf(problem, errors))];
        limit = Math.Max(1, left.Length / 2);
        return [];
    }

    /// <summary>Whether a report stands although its batch was refused.</summary>
    public static bool Stands(Problem problem, int place) =>
        problem.Results is { } results
            && place < results.Count
            && results[place] is { Sequence: not null, Outcome: "accepted" or "duplicate" };

    private List<(OutboxReport Report, OutboxRefusal Refusal)> Condemn(
        IReadOnlyList<OutboxReport> batch,
        int[] left,
        ILookup<int, ProblemError> pointed,
        Problem problem)
    {
        var condemned = new List<(OutboxReport, OutboxRefusal)>();
        foreach (var unit in left.GroupBy(place => batch[place].Report.Unit, StringComparer.Ordinal))
        {
            var first = unit.First();
            if (pointed.Contains(first))
                condemned.Add((batch[first], RefusalOf(problem, [.. pointed[first]])));
            else if (unit.FirstOrDefault(pointed.Contains, -1) is var later and >= 0)
                heldFrom[unit.Key] = batch[later].Position;
        }

        return condemned;
    }

    private List<OutboxReport> Cut(Action<Func<OutboxReport, bool>> scan)
    {
        var batch = new List<OutboxReport>();
        var bytes = 0;
        scan(report =>
        {
            var unit = report.Report.Unit;
            if (postponed.Contains(unit) || (heldFrom.TryGetValue(unit, out var from) && report.Position >= from))
                return true;
            bytes += System.Text.Encoding.UTF8.GetByteCount(OutboxRow.BodyOf(report.Report)) + 1;
            if (batch.Count > 0 && (bytes > MaxBytes || report.Edition != batch[0].Edition))
                return false;
            batch.Add(report);
            return batch.Count < limit;
        });
        return batch;
    }

    private static OutboxRefusal RefusalOf(Problem problem, IReadOnlyList<ProblemError> errors) =>
        new(new Client.AggregationProblemException(problem).Code, problem.Detail is { } detail && errors.Count == 0
            ? $"{problem.Title}: {detail}"
            : problem.Title, errors);

    // "/reports/3/counts/agencies" is at place 3.
    private static int PlaceOf(string pointer) =>
        pointer.Split('/', 4) is ["", "reports", var number, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;

    private static string Shorten(string pointer) => pointer.Split('/', 4) is [_, _, _, var rest] ? "/" + rest : "";
}
