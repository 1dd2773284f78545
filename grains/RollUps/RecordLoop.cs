using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// Records a unit's reports: one append in flight, and what arrives meanwhile goes with the next. State changes only once the
/// rows are durable.
/// </summary>
/// <param name="totals">What the unit holds.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="era">The era of the ledger in which the unit's rows were read.</param>
/// <param name="time">The clock.</param>
/// <param name="onRecorded">Told of the span that recorded once the totals hold what was recorded.</param>
/// <param name="onFailed">Told of an append that failed; whether it stands nobody knows.</param>
/// <param name="ending">Ends the reading of rows.</param>
internal sealed class RecordLoop(
    UnitTotals totals,
    ILedger ledger,
    int era,
    TimeProvider time,
    Action<Activity?> onRecorded,
    Action<Exception> onFailed,
    CancellationToken ending)
{
    private readonly Causes causes = new();
    private readonly Func<Indicator, long> sumBelow = totals.SumBelow;
    private List<Waiting> queue = [];
    private Task loop = Task.CompletedTask;
    private Exception? failure;

    // What was read may have been recorded by whoever did not live to see it durable: nothing is answered by it before it is.
    private bool isDurable = totals.History.Rows == 0;

    private UnitHistory History => totals.History;

    /// <summary>True once it records nothing any more.</summary>
    public bool HasFailed => failure is not null;

    /// <summary>Records reports, all or none, and returns once they are durable: an outcome for each, in order.</summary>
    /// <exception cref="LedgerUnavailableException">The append failed, or an earlier one did.</exception>
    public Task<ImmutableArray<ReportOutcome>> RecordAsync(UnitReports reports)
    {
        if (failure is not null)
            throw new LedgerUnavailableException(failure.Message, failure);

        var waiting = new Waiting(reports);
        queue.Add(waiting);
        if (loop.IsCompleted)
            loop = RunAsync();
        return waiting.Task;
    }

    /// <summary>Says what <see cref="RecordAsync"/> would answer now, recording nothing.</summary>
    public async Task<ImmutableArray<ReportOutcome>> CheckAsync(UnitReports reports)
    {
        var rows = UnitJudge.NeedsRows(totals.Layout.Catalogue, History, reports) ? await ReadRowsAsync() : null;
        var outcomes = Judge(rows).Judge(reports).ToBuilder();
        for (var place = 0; place < outcomes.Count; place++)
        {
            if (outcomes[place].Sequence > History.Rows)
                outcomes[place] = outcomes[place] with { Sequence = null };
        }

        return outcomes.DrainToImmutable();
    }

    /// <summary>Records nothing from now on; all that wait are answered as after a failed append.</summary>
    public void Fail(Exception exception)
    {
        failure = exception;
        var told = exception as LedgerUnavailableException ?? new LedgerUnavailableException(exception.Message, exception);
        foreach (var waiting in queue)
            waiting.TrySetException(told);
        queue = [];
    }

    private async Task RunAsync()
    {
        List<Waiting> group = [];
        try
        {
            while (queue.Count > 0)
            {
                (group, queue) = (queue, []);
                foreach (var waiting in group)
                    causes.Add(waiting.Cause);
                using var activity = causes.Start("record in", totals.Level, totals);
                var rows = NeedsRows(group) ? await ReadRowsAsync() : null;
                var judge = Judge(rows);
                foreach (var waiting in group)
                    waiting.Outcomes = judge.Judge(waiting.Reports);

                var entries = judge.Entries;
                var recordedAt = entries.IsEmpty && isDurable
                    ? []
                    : await ledger.AppendAsync(new LedgerAppend(totals.Unit.Id, History.Rows + 1, entries, era));
                isDurable = true;
                if (!entries.IsEmpty)
                {
                    Add(entries, recordedAt, judge.Withdraws ? rows : null);
                    totals.CountOwn();
                    onRecorded(activity);
                }

                foreach (var waiting in group)
                    waiting.TrySetResult(waiting.Outcomes);
            }
        }
        catch (Exception exception)
        {
            queue = [.. group, .. queue];
            onFailed(exception);
        }
    }

    private void Add(ImmutableArray<LedgerEntry> entries, ImmutableArray<DateTimeOffset> recordedAt, List<LedgerRow>? rows)
    {
        for (var place = 0; place < entries.Length; place++)
        {
            var report = entries[place].Report;
            var row = new LedgerRow
            {
                UnitId = totals.Unit.Id,
                Sequence = rows is null ? History.Rows + 1 : rows.Count + 1,
                EffectiveOn = report.EffectiveOn,
                RecordedAt = recordedAt[place],
                Reporter = entries[place].Reporter,
                IdempotencyKey = report.IdempotencyKey,
                Figures = report.Figures,
                Withdraws = report.Withdraws,
            };
            if (rows is null)
                History.Add(row, report.Digests);
            else
                rows.Add(row);
        }

        if (rows is not null)
            History.Refold(rows);
    }

    private UnitJudge Judge(List<LedgerRow>? rows) =>
        new(
            totals.Layout.Catalogue,
            totals.Key.Code,
            History,
            rows,
            totals.Unit.Level,
            ReportDay.Today(time),
            totals.ChildCount > 0 ? sumBelow : null);

    private bool NeedsRows(List<Waiting> group)
    {
        foreach (var waiting in group)
        {
            if (UnitJudge.NeedsRows(totals.Layout.Catalogue, History, waiting.Reports))
                return true;
        }

        return false;
    }

    private async Task<List<LedgerRow>> ReadRowsAsync()
    {
        var rows = new List<LedgerRow>(History.Rows);
        await ledger.ReadAsync(new LedgerSelection { UnitIds = [totals.Unit.Id], WithSenders = true }, rows.Add, ending);
        return rows;
    }

    private sealed class Waiting(UnitReports reports)
        : TaskCompletionSource<ImmutableArray<ReportOutcome>>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public UnitReports Reports { get; } = reports;

        public Activity? Cause { get; } = Causes.Sampled;

        public ImmutableArray<ReportOutcome> Outcomes { get; set; }
    }
}
