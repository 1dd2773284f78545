using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Aggregation.Tests.Conformance.Engines;
using Aggregation.Tests.Conformance.Observers;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Conformance.Embedded;

/// <summary>Orleans drops a dead observer when its subscription expires or a call times out; here it is known at once.</summary>
public sealed class DeadObserverTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly IFeedGrain _feed = engine.Grains.GetGrain<IFeedGrain>(Gate.NewName());

    [Fact]
    public async Task A_deleted_watcher_is_dropped()
    {
        var reference = engine.Grains.CreateObjectReference<IWatcher>(new Watcher());
        await _feed.Subscribe(reference);
        engine.Grains.DeleteObjectReference<IWatcher>(reference);
        await _feed.Publish(1);
        Assert.Equal(0, await _feed.Count());
        await Assert.ThrowsAsync<ClientNotAvailableException>(() => reference.Hear(1).Soon());
        reference.Saw(1);
    }

    [Fact]
    public async Task A_collected_watcher_is_dropped()
    {
        var (reference, weak) = ReferAndForget();
        await _feed.Subscribe(reference);
        while (weak.IsAlive)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(0, await _feed.PublishAndWait(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (IWatcher Reference, WeakReference Weak) ReferAndForget()
    {
        var watcher = new Watcher();
        return (engine.Grains.CreateObjectReference<IWatcher>(watcher), new WeakReference(watcher));
    }
}
