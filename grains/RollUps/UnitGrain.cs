using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.Checkpoints;
using Aggregation.Ledger;
using Aggregation.Ledger.Checkpoints;
using Aggregation.Ledger.Folds;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Utilities;

namespace Aggregation.Grains.RollUps;

/// <inheritdoc cref="IUnitGrain"/>
/// <param name="registry">The editions.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="heads">What the ledger held some seconds ago, for healing.</param>
/// <param name="stored">The checkpoint of a unit with children.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told that no caller sees.</param>
[GrainType("unit")]
public sealed partial class UnitGrain(
    UnitRegistry registry,
    TallyLayout layout,
    ILedger ledger,
    AgedHeads heads,
    [PersistentState("checkpoint", StoredCheckpoint.StorageName)] IPersistentState<StoredCheckpoint> stored,
    TimeProvider time,
    ILogger<UnitGrain> logger)
    : Grain, IUnitGrain, IDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PushGrace = TimeSpan.FromMilliseconds(500);

    private readonly UnitHistory history = new(layout);
    private readonly CancellationTokenSource ending = new();
    private readonly ObserverManager<IRollUpObserver> observers = new(IUnitGrain.WatchLease, logger);
    private List<Waiting> queue = [];
    private UnitKey key;
    private Edition edition = null!;
    private int index;
    private TallySum sum = null!;
    private Tally? subtotal;
    private RollUp? current;
    private TaskCompletionSource warm = null!;
    private IUnitGrain? parent;
    private TallyVersion pushed;
    private Task pushing = Task.CompletedTask;
    private Task recording = Task.CompletedTask;
    private Task telling = Task.CompletedTask;
    private TallyVersion told;
    private Exception? discarded;
    private int era;
    private bool isDurable;
    private Func<Indicator, long, string?>? findBelow;

    private Unit Unit => edition.Units[index];

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = UnitKey.Parse(this.GetPrimaryKeyString());
        var (found, place) = Locate();
        var selection = new LedgerSelection { UnitIds = [found.Units[place].Id], WithSenders = true };
        era = ledger.Era;
        await ledger.ReadAsync(selection, row => history.Add(row), cancellationToken);
        isDurable = history.Rows == 0;
        Bind(found, place);
        CountActivation();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        CountDeactivation();
        await Task.WhenAny(pushing, Task.Delay(PushGrace, CancellationToken.None));
        await KeepAtEndAsync(cancellationToken);
        await ending.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Dispose();
        checkpoint?.Dispose();
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportOutcome>> Report(UnitReports reports)
    {
        ReportForm.Ensure(reports);
        EnsureCurrent();
        if (discarded is not null)
            throw new LedgerUnavailableException(discarded.Message, discarded);

        var waiting = new Waiting(reports);
        queue.Add(waiting);
        if (recording.IsCompleted)
            recording = RecordAsync();
        return waiting.Task;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ReportOutcome>> Check(UnitReports reports)
    {
        ReportForm.Ensure(reports);
        EnsureCurrent();
        var rows = UnitDraft.NeedsRows(layout.Catalogue, history, reports) ? await ReadRowsAsync() : null;
        var outcomes = Draft(rows).Judge(reports).ToBuilder();
        for (var place = 0; place < outcomes.Count; place++)
        {
            if (outcomes[place].Sequence > history.Rows)
                outcomes[place] = outcomes[place] with { Sequence = null };
        }

        return outcomes.DrainToImmutable();
    }

    /// <inheritdoc/>
    public Task Absorb(string child, Tally subtotal)
    {
        EnsureCurrent();
        if (subtotal.Version.Generation != edition.Generation)
            throw new StaleEditionException(key.Edition, subtotal.Version.Generation, edition.Generation);
        EnsureSubtotal(child, subtotal);
        var place = PlaceOf(child);
        if (place < 0 || !TakeSubtotal(place, subtotal))
            return Task.CompletedTask;
        PushFor(Causes.Sampled);
        OnChanged();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<RollUp> GetRollUp()
    {
        EnsureCurrent();
        if (glanced is not null)
            await glanced.Task;
        return warm.Task.IsCompletedSuccessfully || glance is null ? await GetWarmRollUp() : glance;
    }

    /// <inheritdoc/>
    public async Task<RollUp> GetWarmRollUp()
    {
        await WarmAsync();
        return Current();
    }

    /// <inheritdoc/>
    public async Task<ChildTallies> GetChildTallies()
    {
        await WarmAsync();
        var children = ImmutableArray.CreateBuilder<Tally>(sum.PartCount - 1);
        for (var place = 0; place < sum.PartCount - 1; place++)
            children.Add(sum.Part(TallySum.OfChild(place)));
        return new ChildTallies(Current(), children.MoveToImmutable());
    }

    /// <inheritdoc/>
    public async Task<AreaFreshness> GetFreshness()
    {
        await WarmAsync();
        var children = ImmutableArray.CreateBuilder<DateTimeOffset?>(sum.PartCount - 1);
        for (var place = 0; place < sum.PartCount - 1; place++)
            children.Add(sum.Part(TallySum.OfChild(place)).RecordedAt);
        return new AreaFreshness(new RollUpVersion(IsWarm: true, sum.Version), children.MoveToImmutable());
    }

    /// <inheritdoc/>
    public Task<RollUpVersion> Watch(IRollUpObserver observer)
    {
        EnsureCurrent();
        observers.Subscribe(observer, observer);
        return Task.FromResult(new RollUpVersion(warm.Task.IsCompletedSuccessfully, sum.Version));
    }

    /// <inheritdoc/>
    public Task Unwatch(IRollUpObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Reload()
    {
        Discard(new LedgerFencedException(Unit.Id, history.Rows + 1), []);
        return Task.CompletedTask;
    }

    private (Edition Edition, int Index) Locate()
    {
        var found = registry.Find(key.Edition);
        var place = found?.IndexOf(key.Code) ?? -1;
        return place < 0 ? throw new UnknownUnitException(key) : (found!, place);
    }

    // An import makes a new edition of the next generation: the unit takes its new place and its children are folded anew.
    private void EnsureCurrent()
    {
        if (ReferenceEquals(registry.Find(key.Edition), edition))
            return;
        var (found, place) = Locate();
        Bind(found, place);
    }

    private void Bind(Edition found, int place)
    {
        var wasParent = sum?.PartCount > 1;
        (edition, index) = (found, place);
        var children = edition.ChildrenOf(index).Length;
        sum = new TallySum(layout, edition.Generation, children);
        sum.Replace(TallySum.Own, OwnTally());
        (subtotal, current, glance) = (null, null, null);
        var above = edition.ParentOf(index);
        parent = above < 0 ? null : GrainFactory.GetGrain<IUnitGrain>(new UnitKey(key.Edition, edition.Units[above].Code).ToString());

        if (warm is null || warm.Task.IsCompleted)
            warm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (children == 0)
        {
            warm.TrySetResult();
            glanced?.TrySetResult();
            OnChanged();
            return;
        }

        checkpoint ??= new UnitCheckpoint(stored);
        glanced ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = FoldChildrenAsync(edition);
        if (!wasParent)
        {
            this.RegisterGrainTimer(
                HealAsync,
                new GrainTimerCreationOptions(AgedHeads.Age, AgedHeads.Age) { Interleave = true, KeepAlive = above < 0 || edition.ParentOf(above) < 0 });
        }
    }

    // Runs beside the turns: an activation that awaited it would answer nobody meanwhile.
    private async Task FoldChildrenAsync(Edition bound)
    {
        for (var retry = FirstRetry; ReferenceEquals(bound, edition) && !ending.IsCancellationRequested; retry = Longer(retry))
        {
            try
            {
                var fold = await FoldAsync(bound, index, await ReadCheckpointAsync(), Glance);
                if (ReferenceEquals(bound, edition))
                {
                    Take(fold);
                    glance = null;
                    warm.TrySetResult();
                    glanced!.TrySetResult();
                    OnChanged();
                    KeepIfDue(fold);
                }

                return;
            }
            catch (Exception exception) when (!ending.IsCancellationRequested)
            {
                logger.CannotWarm(key, exception);
                // Of an edition that another one has followed: what waits is that one's.
                if (!ReferenceEquals(bound, edition))
                    return;
                glanced!.TrySetResult();
                warm.TrySetException(exception);
                _ = warm.Task.Exception;
                warm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await Task.Delay(retry, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                warm.TrySetCanceled(ending.Token);
                glanced!.TrySetResult();
                return;
            }
        }
    }

    private void Take(AreaFold fold)
    {
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
            sum.Replace(TallySum.OfChild(place), fold.Subtotal(children[place]));
    }

    private async Task WarmAsync()
    {
        EnsureCurrent();
        while (!warm.Task.IsCompletedSuccessfully)
            await warm.Task;
    }

    private Tally Subtotal() => subtotal ??= sum.ToTally();

    private RollUp Current() => current ??= new RollUp(key.Edition, key.Code, history.Fold.ToOwnFigures(), Subtotal());

    private Tally OwnTally() => history.Fold.ToTally(edition.Generation, Unit.Level);

    private int PlaceOf(string child)
    {
        var found = edition.IndexOf(child);
        return found < 0 ? -1 : edition.ChildrenOf(index).BinarySearch(found);
    }

    private void OnChanged()
    {
        (subtotal, current) = (null, null);
        if (!warm.Task.IsCompletedSuccessfully)
            return;
        if (parent is not null && pushing.IsCompleted)
            pushing = PushAsync();
        if (observers.Count > 0 && telling.IsCompleted)
            telling = TellAsync();
    }

    // One push in flight; what changes meanwhile is sent together by the next one.
    private async Task PushAsync()
    {
        var level = Level;
        RollUpMeter.BecameDirty(level);
        var retry = FirstRetry;
        while (sum.Version > pushed && warm.Task.IsCompletedSuccessfully && !ending.IsCancellationRequested)
        {
            Activity? activity = null;
            try
            {
                EnsureCurrent();
                if (!warm.Task.IsCompletedSuccessfully)
                    break;
                var newest = Subtotal();
                activity = StartPushing();
                await parent!.Absorb(key.Code, newest);
                pushed = newest.Version;
                retry = FirstRetry;
            }
            catch (Exception exception)
            {
                logger.CannotPush(key, exception);
                Blame(activity, exception);
                await Task.Delay(retry, CancellationToken.None);
                retry = Longer(retry);
            }
            finally
            {
                activity?.Dispose();
            }
        }

        RollUpMeter.BecameClean(level);
    }

    private async Task TellAsync()
    {
        Causes.LeaveTrace();
        while (sum.Version > told && observers.Count > 0 && !ending.IsCancellationRequested)
        {
            var rollUp = Current();
            told = rollUp.Subtotal.Version;
            await observers.Notify(observer => observer.OnRollUpChanged(rollUp));
            await Task.Delay(TellInterval, CancellationToken.None);
        }
    }

    // One append in flight; what arrives meanwhile goes with the next. State changes only once the rows are durable.
    private async Task RecordAsync()
    {
        List<Waiting> group = [];
        try
        {
            while (queue.Count > 0)
            {
                (group, queue) = (queue, []);
                using var activity = StartRecording(group);
                var rows = NeedsRows(group) ? await ReadRowsAsync() : null;
                var draft = Draft(rows);
                foreach (var waiting in group)
                    waiting.Outcomes = draft.Judge(waiting.Reports);

                // What was read may have been recorded by whoever did not live to see it durable: nothing is answered by it before it is.
                var entries = draft.Entries;
                var recordedAt = entries.IsEmpty && isDurable ? [] : await ledger.AppendAsync(new LedgerAppend(Unit.Id, history.Rows + 1, entries, era));
                isDurable = true;
                if (!entries.IsEmpty)
                {
                    Take(entries, recordedAt, draft.Withdraws ? rows : null);
                    sum.Replace(TallySum.Own, OwnTally());
                    PushFor(activity);
                    OnChanged();
                }

                foreach (var waiting in group)
                    waiting.TrySetResult(waiting.Outcomes);
            }
        }
        catch (Exception exception)
        {
            Discard(exception, group);
        }
    }

    private void Take(ImmutableArray<LedgerEntry> entries, ImmutableArray<DateTimeOffset> recordedAt, List<LedgerRow>? rows)
    {
        for (var place = 0; place < entries.Length; place++)
        {
            var report = entries[place].Report;
            var row = new LedgerRow
            {
                UnitId = Unit.Id,
                Sequence = rows is null ? history.Rows + 1 : rows.Count + 1,
                EffectiveOn = report.EffectiveOn,
                RecordedAt = recordedAt[place],
                Reporter = entries[place].Reporter,
                IdempotencyKey = report.IdempotencyKey,
                Figures = report.Figures,
                Withdraws = report.Withdraws,
            };
            if (rows is null)
                history.Add(row, report.Digests);
            else
                rows.Add(row);
        }

        if (rows is not null)
            history.Refold(rows);
    }

    private UnitDraft Draft(List<LedgerRow>? rows) => new(layout.Catalogue, key.Code, history, rows, Unit.Level, ReportDay.Today(time), findBelow ??= FindBelow);

    // Of a unit that is not warm yet nothing is known below: a warning may be missed, never invented.
    private string? FindBelow(Indicator count, long value)
    {
        var children = edition.ChildrenOf(index);
        for (var place = 0; place < children.Length; place++)
        {
            if (sum.Part(TallySum.OfChild(place)).Cells[TallyLayout.Count(count)] == value)
                return edition.Units[children[place]].Code;
        }

        return null;
    }

    private bool NeedsRows(List<Waiting> group)
    {
        foreach (var waiting in group)
        {
            if (UnitDraft.NeedsRows(layout.Catalogue, history, waiting.Reports))
                return true;
        }

        return false;
    }

    private async Task<List<LedgerRow>> ReadRowsAsync()
    {
        var rows = new List<LedgerRow>(history.Rows);
        await ledger.ReadAsync(new LedgerSelection { UnitIds = [Unit.Id], WithSenders = true }, rows.Add, ending.Token);
        return rows;
    }

    // Nobody knows whether the append stands: only the ledger can tell, so the next activation reads it.
    private void Discard(Exception exception, List<Waiting> group)
    {
        logger.ActivationDiscarded(key, exception);
        discarded = exception;
        var failure = exception as LedgerUnavailableException ?? new LedgerUnavailableException(exception.Message, exception);
        foreach (var waiting in group)
            waiting.TrySetException(failure);
        foreach (var waiting in queue)
            waiting.TrySetException(failure);
        queue = [];
        DeactivateOnIdle();
    }

    private static TimeSpan Longer(TimeSpan retry) => retry * 2 < LastRetry ? retry * 2 : LastRetry;

    private sealed class Waiting(UnitReports reports) : TaskCompletionSource<ImmutableArray<ReportOutcome>>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public UnitReports Reports { get; } = reports;

        public Activity? Cause { get; } = Causes.Sampled;

        public ImmutableArray<ReportOutcome> Outcomes { get; set; }
    }
}
