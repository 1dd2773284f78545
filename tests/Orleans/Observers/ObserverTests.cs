using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Engines;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Orleans.Observers;

public sealed class ObserverTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private readonly IFeedGrain _feed = engine.Grains.GetGrain<IFeedGrain>(Gate.NewName());

    [Fact]
    public async Task A_watcher_hears_what_is_published()
    {
        var watcher = new Watcher();
        await _feed.Subscribe(Refer(watcher));
        await _feed.Publish(1);
        Assert.Equal(1, await watcher.Next());
        Assert.Equal(1, await _feed.PublishAndWait(2));
        Assert.Equal(2, await watcher.Next());
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task A_watcher_hears_one_thing_at_a_time()
    {
        var watcher = new Watcher();
        var reference = Refer(watcher);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            engine.Grains.GetGrain<IFeedGrain>(Gate.NewName()).TellDirectly(reference, i))).Soon();
        for (var i = 0; i < 100; i++)
            await watcher.Next();
        Assert.Equal(1, watcher.MostAtOnce);
    }

    [Fact]
    public async Task A_watcher_that_unsubscribed_hears_no_more()
    {
        var (leaving, staying) = (new Watcher(), new Watcher());
        var reference = Refer(leaving);
        await _feed.Subscribe(reference);
        await _feed.Subscribe(Refer(staying));
        await _feed.Unsubscribe(reference);
        Assert.Equal(1, await _feed.PublishAndWait(1));
        Assert.Equal(1, await staying.Next());
        Assert.False(leaving.HasMore);
    }

    [Fact]
    public async Task Subscribing_again_renews()
    {
        var watcher = new Watcher();
        var reference = Refer(watcher);
        await _feed.Subscribe(reference);
        await _feed.Subscribe(reference);
        Assert.Equal(1, await _feed.Count());
    }

    [Fact]
    public async Task A_watcher_that_throws_does_not_harm_the_grain()
    {
        var (failing, hearing) = (new Watcher { Fails = true }, new Watcher());
        await _feed.Subscribe(Refer(failing));
        await _feed.Subscribe(Refer(hearing));
        await _feed.Publish(1);
        Assert.Equal(1, await failing.Next());
        Assert.Equal(1, await hearing.Next());
        Assert.Equal(2, await _feed.Count());
    }

    [Fact]
    public async Task A_watcher_that_fails_a_notification_somebody_awaits_is_dropped()
    {
        var (failing, hearing) = (new Watcher { Fails = true }, new Watcher());
        await _feed.Subscribe(Refer(failing));
        await _feed.Subscribe(Refer(hearing));
        Assert.Equal(1, await _feed.PublishAndWait(1));
        Assert.Equal(1, await hearing.Next());
    }

    [Fact]
    public async Task A_watcher_that_does_not_renew_is_dropped()
    {
        await _feed.Subscribe(Refer(new Watcher()));
        await _feed.Expire();
        Assert.Equal(0, await _feed.Count());
    }

    [Fact]
    public async Task A_deleted_reference_hears_no_more()
    {
        var (deleted, hearing) = (new Watcher(), new Watcher());
        var reference = Refer(deleted);
        await _feed.Subscribe(reference);
        await _feed.Subscribe(Refer(hearing));
        engine.Grains.DeleteObjectReference<IWatcher>(reference);
        await _feed.Publish(1);
        Assert.Equal(1, await hearing.Next());
        Assert.False(deleted.HasMore);
    }

    [Fact]
    public void A_watcher_is_held_weakly()
    {
        var weak = ReferAndForget();
        for (var i = 0; i < 10 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(weak.IsAlive);
    }

    [Fact]
    public async Task A_raw_object_is_refused()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () => await _feed.Subscribe(new Watcher()));
        Assert.Contains("CreateObjectReference", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_to_one_watcher_are_equal()
    {
        var watcher = new Watcher();
        var reference = Refer(watcher);
        Assert.True(await _feed.SameAs(reference, reference));
        Assert.False(await _feed.SameAs(reference, Refer(new Watcher())));
    }

    [Fact]
    public void A_reference_or_a_stranger_cannot_be_referred_to()
    {
        Assert.ThrowsAny<ArgumentException>(() => engine.Grains.CreateObjectReference<IWatcher>(Refer(new Watcher())));
        Assert.ThrowsAny<ArgumentException>(() => engine.Grains.CreateObjectReference<IWatcher>(new Stranger()));
        Assert.ThrowsAny<ArgumentException>(() => engine.Grains.DeleteObjectReference<IWatcher>(new Watcher()));
    }

    [Fact]
    public async Task A_grain_cannot_make_a_reference() => Assert.Equal(nameof(InvalidOperationException), await _feed.MakeReference());

    [Fact]
    public async Task A_grain_may_watch()
    {
        var watching = engine.Grains.GetGrain<IWatchingGrain>(Gate.NewName());
        await _feed.Introduce(watching.GetPrimaryKeyString());
        while (await _feed.Count() == 0)
            await Task.Yield();
        Assert.Equal(1, await _feed.PublishAndWait(7));
        Assert.Equal(7, await watching.Heard());
        await _feed.Publish(8);
        while (await watching.Heard() != 8)
            await Task.Yield();
    }

    private IWatcher Refer(Watcher watcher) => engine.Grains.CreateObjectReference<IWatcher>(watcher);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ReferAndForget()
    {
        var watcher = new Watcher();
        Refer(watcher);
        return new WeakReference(watcher);
    }

    private sealed class Stranger : IGrainObserver;
}
