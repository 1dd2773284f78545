using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
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
public sealed class UnitGrain(
    UnitRegistry registry,
    TallyLayout layout,
    ILedger ledger,
    AgedHeads heads,
    [PersistentState("checkpoint", StoredCheckpoint.StorageName)] IPersistentState<StoredCheckpoint> stored,
    TimeProvider time,
    ILogger<UnitGrain> logger)
    : Grain, IUnitGrain, IDisposable
{
    // How long the end of an activation waits for a push that is on its way.
    private static readonly TimeSpan PushGrace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource ending = new();
    private UnitTotals totals = null!;
    private RecordLoop recordLoop = null!;
    private PushLoop pushLoop = null!;
    private WatchLoop watchLoop = null!;
    private UnitWarming warming = null!;
    private ParentParts? parts;
    private string? countedLevel;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        totals = new UnitTotals(UnitKey.Parse(this.GetPrimaryKeyString()), layout);
        var (edition, index) = Locate();
        var selection = new LedgerSelection { UnitIds = [edition.Units[index].Id], WithSenders = true };
        var era = ledger.Era;
        await ledger.ReadAsync(selection, row => totals.History.Add(row), cancellationToken);

        recordLoop = new RecordLoop(totals, ledger, era, time, OnRecorded, Discard, ending.Token);
        pushLoop = new PushLoop(totals, () => warming.IsWarm, EnsureCurrent, logger, ending.Token);
        watchLoop = new WatchLoop(totals, logger, ending.Token);
        warming = new UnitWarming(totals, OnWarm, logger, ending.Token);
        Bind(edition, index);
        RollUpMeter.Activated(countedLevel = totals.Level);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (countedLevel is not { } level)
            return;
        RollUpMeter.Deactivated(level);
        await Task.WhenAny(pushLoop.Completion, Task.Delay(PushGrace, CancellationToken.None));
        if (parts is not null)
            await parts.Writer.EndAsync(!recordLoop.HasFailed && warming.IsWarm ? totals.Version.Rows : null, cancellationToken);
        await ending.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Dispose();
        parts?.Checkpoint.Dispose();
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportOutcome>> Report(UnitReports reports)
    {
        ReportForm.Ensure(reports);
        EnsureCurrent();
        return recordLoop.RecordAsync(reports);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ReportOutcome>> Check(UnitReports reports)
    {
        ReportForm.Ensure(reports);
        EnsureCurrent();
        return recordLoop.CheckAsync(reports);
    }

    /// <inheritdoc/>
    public Task Absorb(string child, Tally subtotal)
    {
        EnsureCurrent();
        if (subtotal.Version.Generation != totals.Edition.Generation)
            throw new StaleEditionException(totals.Key.Edition, subtotal.Version.Generation, totals.Edition.Generation);
        var place = totals.PlaceOf(child);
        totals.EnsureSubtotal(place, child, subtotal);
        if (place < 0)
            return Task.CompletedTask;
        var before = totals.OfChild(place);
        if (!totals.Replace(place, subtotal))
            return Task.CompletedTask;

        if (subtotal.Version.Correction > before.Version.Correction)
            parts!.Healing.AddClaim(place);
        // Of a roll-up that is not warm nobody has been told anything yet.
        if (warming.IsWarm)
            RollUpMeter.Propagated(totals.Level, before, subtotal, time.GetUtcNow());
        pushLoop.AddCause(Causes.Sampled);
        OnChanged();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<RollUp> GetRollUp()
    {
        EnsureCurrent();
        return await warming.GlanceAsync() ?? await GetWarmRollUp();
    }

    /// <inheritdoc/>
    public async Task<RollUp> GetWarmRollUp()
    {
        await WarmAsync();
        return totals.RollUp();
    }

    /// <inheritdoc/>
    public async Task<ChildTallies> GetChildTallies()
    {
        await WarmAsync();
        return new ChildTallies(totals.RollUp(), totals.OfChildren());
    }

    /// <inheritdoc/>
    public async Task<AreaFreshness> GetFreshness()
    {
        await WarmAsync();
        return new AreaFreshness(new RollUpVersion(IsWarm: true, totals.Version), totals.OfChildren(static tally => tally.RecordedAt));
    }

    /// <inheritdoc/>
    public Task<RollUpVersion> Watch(IRollUpObserver observer)
    {
        EnsureCurrent();
        watchLoop.Add(observer);
        return Task.FromResult(new RollUpVersion(warming.IsWarm, totals.Version));
    }

    /// <inheritdoc/>
    public Task Unwatch(IRollUpObserver observer)
    {
        watchLoop.Remove(observer);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Reload()
    {
        Discard(new LedgerFencedException(totals.Unit.Id, totals.History.Rows + 1));
        return Task.CompletedTask;
    }

    private (Edition Edition, int Index) Locate()
    {
        var found = registry.Find(totals.Key.Edition);
        var index = found?.IndexOf(totals.Key.Code) ?? -1;
        return index < 0 ? throw new UnknownUnitException(totals.Key) : (found!, index);
    }

    // An import makes a new edition of the next generation: the unit takes its new place and its children are folded anew.
    private void EnsureCurrent()
    {
        if (ReferenceEquals(registry.Find(totals.Key.Edition), totals.Edition))
            return;
        var (edition, index) = Locate();
        Bind(edition, index);
    }

    private void Bind(Edition edition, int index)
    {
        totals.Bind(edition, index);
        var above = edition.ParentOf(index);
        pushLoop.Parent = above < 0 ? null : ChildOrParent(edition.Units[above].Code);
        if (totals.ChildCount > 0)
            parts ??= NewParts(keepAlive: above < 0 || edition.ParentOf(above) < 0);
        warming.Start(totals.ChildCount > 0 ? parts!.Reader : null);
    }

    private ParentParts NewParts(bool keepAlive)
    {
        var checkpoint = new UnitCheckpoint(stored);
        var reader = new AreaReader(totals.Key, checkpoint, layout, ledger, logger);
        var healing = new UnitHealing(totals, heads, reader, time, OnChanged, code => _ = ReloadAsync(code), Discard, logger);
        var writer = new CheckpointWriter(totals.Key, checkpoint, ReadAreaAsync, time, logger, ending.Token);
        this.RegisterGrainTimer(
            HealAsync,
            new GrainTimerCreationOptions(AgedHeads.Age, AgedHeads.Age) { Interleave = true, KeepAlive = keepAlive });
        return new ParentParts(checkpoint, reader, healing, writer);

        async Task<AreaFold> ReadAreaAsync() =>
            await reader.ReadAsync(totals.Edition, totals.Index, await reader.ReadCheckpointAsync(), ending.Token);
    }

    private async Task HealAsync(CancellationToken cancellationToken)
    {
        EnsureCurrent();
        if (!warming.IsWarm)
            return;
        parts!.Writer.StartIfDue(totals.Version.Rows);
        await parts.Healing.RunAsync(cancellationToken);
    }

    private async Task WarmAsync()
    {
        EnsureCurrent();
        await warming.WaitAsync();
    }

    private void OnRecorded(Activity? activity)
    {
        pushLoop.AddCause(activity);
        OnChanged();
    }

    private void OnWarm(AreaFold? fold)
    {
        OnChanged();
        if (fold is not null)
            parts!.Writer.StartIfDue(fold);
    }

    private void OnChanged()
    {
        if (!warming.IsWarm)
            return;
        pushLoop.Start();
        watchLoop.Start();
    }

    // Nobody knows whether what failed stands: only the ledger can tell, so the next activation reads it.
    private void Discard(Exception exception)
    {
        logger.ActivationDiscarded(totals.Key, exception);
        recordLoop.Fail(exception);
        DeactivateOnIdle();
    }

    private async Task ReloadAsync(string child)
    {
        try
        {
            await ChildOrParent(child).Reload();
        }
        catch (Exception exception)
        {
            logger.NotReloaded(child, exception);
        }
    }

    private IUnitGrain ChildOrParent(string code) => GrainFactory.GetGrain<IUnitGrain>(new UnitKey(totals.Key.Edition, code).ToString());

    // What the thousands of units without children do not have.
    private sealed record ParentParts(UnitCheckpoint Checkpoint, AreaReader Reader, UnitHealing Healing, CheckpointWriter Writer);
}
