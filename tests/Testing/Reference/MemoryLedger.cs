using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;

namespace Aggregation.Testing.Reference;

/// <summary>
/// A ledger in memory that keeps the contract of <see cref="ILedger"/>, and breaks where it is told to. Safe for concurrent use.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class MemoryLedger(TimeProvider time) : ILedger
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim appends = new(1, 1);
    private readonly List<LedgerRow> rows = [];
    private readonly Dictionary<int, int> lastSequences = [];
    private DateTimeOffset lastRecordedAt = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public NameForms NameForms { get; set; } = NameForms.Newest;

    /// <summary>Asked before every append how it is to end; null for none.</summary>
    public Func<LedgerAppend, AppendFault>? OnAppend { get; set; }

    /// <summary>Asked before every reading; may throw.</summary>
    public Action<LedgerSelection>? OnRead { get; set; }

    /// <summary>How long an append takes before it commits.</summary>
    public TimeSpan CommitTime { get; set; }

    /// <summary>How many appends of rows were tried.</summary>
    public int Appends { get; private set; }

    /// <summary>All rows, in the order of their commits; <see cref="LedgerRow.WithdrawnBy"/> is not filled in.</summary>
    public IReadOnlyList<LedgerRow> Rows
    {
        get
        {
            lock (gate)
                return [.. rows];
        }
    }

    /// <inheritdoc/>
    public int Era { get; private set; }

    /// <inheritdoc/>
    public async Task<ImmutableArray<DateTimeOffset>> AppendAsync(LedgerAppend append)
    {
        await Task.Yield();
        if (CommitTime > TimeSpan.Zero)
            await Task.Delay(CommitTime);
        await appends.WaitAsync();
        try
        {
            lock (gate)
                return Append(append);
        }
        finally
        {
            appends.Release();
        }
    }

    /// <summary>Loses the last row, as a standby does that had not got it yet and is promoted.</summary>
    public void LoseLast()
    {
        lock (gate)
        {
            lastSequences[rows[^1].UnitId]--;
            rows.RemoveAt(rows.Count - 1);
            Era++;
        }
    }

    /// <inheritdoc/>
    public async Task ReadAsync(LedgerSelection selection, Action<LedgerRow> onRow, CancellationToken cancellationToken)
    {
        await Task.Yield();
        OnRead?.Invoke(selection);
        if (!selection.UnitIds.SequenceEqual(selection.UnitIds.Distinct().Order()))
            throw new ArgumentException("A selection has its units sorted, each once.", nameof(selection));
        if (selection.After is { } sequences && sequences.Count != selection.UnitIds.Count)
            throw new ArgumentException("A selection has as many sequences as units.", nameof(selection));

        List<LedgerRow> known;
        lock (gate)
            known = [.. rows.Where(row => !(row.RecordedAt > selection.KnownAt))];
        var wanted = selection.UnitIds.Zip(selection.After ?? Enumerable.Repeat(0, selection.UnitIds.Count)).ToDictionary();
        var withdrawals = known.Where(row => row.Withdraws is not null).ToDictionary(
            row => (row.UnitId, row.Withdraws!.Value),
            row => row.Sequence);
        foreach (var row in known.Where(row => wanted.TryGetValue(row.UnitId, out var after) && row.Sequence > after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            onRow(row with
            {
                WithdrawnBy = withdrawals.TryGetValue((row.UnitId, row.Sequence), out var by) ? by : null,
                Reporter = selection.WithSenders ? row.Reporter : "",
                IdempotencyKey = selection.WithSenders ? row.IdempotencyKey : "",
            });
        }
    }

    /// <inheritdoc/>
    public async Task<LedgerHeads> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        lock (gate)
        {
            var heads = new int[lastSequences.Keys.DefaultIfEmpty(-1).Max() + 1];
            foreach (var (unit, sequence) in lastSequences)
                heads[unit] = sequence;
            return new LedgerHeads(time.GetUtcNow(), [.. heads]);
        }
    }

    /// <inheritdoc/>
    public async Task<ILedgerHold> HoldAsync(CancellationToken cancellationToken)
    {
        await appends.WaitAsync(cancellationToken);
        lock (gate)
            return new Hold(this, rows.Count, rows.Count == 0 ? DateTimeOffset.UnixEpoch : lastRecordedAt);
    }

    private ImmutableArray<DateTimeOffset> Append(LedgerAppend append)
    {
        Appends += append.Rows.IsEmpty ? 0 : 1;
        var fault = OnAppend?.Invoke(append) ?? AppendFault.None;
        if (fault == AppendFault.BeforeCommit)
            throw new LedgerUnavailableException("The disk is full.");

        var last = lastSequences.GetValueOrDefault(append.UnitId);
        if (append.FirstSequence <= last || append.Era != Era)
            throw new LedgerFencedException(append.UnitId, append.FirstSequence);
        if (append.FirstSequence != last + 1)
            throw new InvalidOperationException($"Unit {append.UnitId} has {last} rows; the next cannot be {append.FirstSequence}.");

        var recordedAt = ImmutableArray.CreateBuilder<DateTimeOffset>(append.Rows.Length);
        foreach (var (reporter, report) in append.Rows)
        {
            lastRecordedAt = Next(lastRecordedAt, time.GetUtcNow());
            recordedAt.Add(lastRecordedAt);
            rows.Add(new LedgerRow
            {
                UnitId = append.UnitId,
                Sequence = ++last,
                EffectiveOn = report.EffectiveOn,
                RecordedAt = lastRecordedAt,
                Reporter = reporter,
                IdempotencyKey = report.IdempotencyKey,
                Figures = report.Figures,
                Withdraws = report.Withdraws,
            });
        }

        lastSequences[append.UnitId] = last;
        return fault == AppendFault.AfterCommit
            ? throw new LedgerUnavailableException("The connection was lost; nobody knows whether it was recorded.")
            : recordedAt.MoveToImmutable();
    }

    // To the microsecond, and later than every row before.
    private static DateTimeOffset Next(DateTimeOffset last, DateTimeOffset now)
    {
        var whole = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return whole > last ? whole : last.AddTicks(TimeSpan.TicksPerMicrosecond);
    }

    private sealed class Hold(MemoryLedger ledger, long position, DateTimeOffset recordedAt) : ILedgerHold
    {
        public long Position => position;

        public DateTimeOffset RecordedAt => recordedAt;

        public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            ledger.appends.Release();
            return ValueTask.CompletedTask;
        }
    }
}
