using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Grains.RollUps;

namespace Aggregation.Tests.Api.Live;

/// <summary>A unit whose roll-up is what the test says.</summary>
internal sealed class WatchedGrain : IUnitGrain
{
    private int watches;

    public RollUp Current { get; set; } = null!;

    public Exception? Failure { get; set; }

    public Queue<Exception> WarmFailures { get; } = new();

    public IRollUpObserver? Observer { get; private set; }

    public int Watches => Volatile.Read(ref watches);

    public Task<RollUpVersion> Watch(IRollUpObserver observer)
    {
        if (Failure is not null)
            return Task.FromException<RollUpVersion>(Failure);
        Observer = observer;
        Interlocked.Increment(ref watches);
        return Task.FromResult(Current.Version);
    }

    public Task Unwatch(IRollUpObserver observer)
    {
        Observer = null;
        return Task.CompletedTask;
    }

    public Task<RollUp> GetRollUp() => Task.FromResult(Current);

    public Task<RollUp> GetWarmRollUp() => WarmFailures.TryDequeue(out var failure) ? Task.FromException<RollUp>(failure) : GetRollUp();

    public Task<ImmutableArray<ReportOutcome>> Report(UnitReports reports) => throw new NotSupportedException();

    public Task<ImmutableArray<ReportOutcome>> Check(UnitReports reports) => throw new NotSupportedException();

    public Task Absorb(string child, Tally subtotal) => throw new NotSupportedException();

    public Task Reload() => throw new NotSupportedException();

    public Task<ChildTallies> GetChildTallies() => throw new NotSupportedException();

    public Task<AreaFreshness> GetFreshness() => throw new NotSupportedException();
}
