using System.Threading.Tasks;
using Aggregation.Tests.Orleans.Fixtures;
using Xunit;

namespace Aggregation.Tests.Orleans.Observers;

public sealed class ObserverTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private readonly IFeedGrain feed = silo.Grains.GetGrain<IFeedGrain>(Gate.NewName());
    private readonly Watcher watcher = new();
    private readonly Watcher other = new();

    [Fact]
    public async Task A_watcher_hears_what_is_published()
    {
        await feed.Subscribe(Refer(watcher));
        await feed.Publish(1).Soon();
        Assert.Equal(1, await watcher.NextAsync());
    }

    [Fact]
    public async Task A_watcher_that_unsubscribed_hears_no_more()
    {
        var reference = Refer(watcher);
        await feed.Subscribe(reference);
        await feed.Subscribe(Refer(other));
        await feed.Unsubscribe(reference);
        await feed.Publish(1).Soon();
        Assert.Equal(1, await other.NextAsync());
        Assert.False(watcher.HasMore);
    }

    [Fact]
    public async Task Subscribing_again_renews()
    {
        var reference = Refer(watcher);
        await feed.Subscribe(reference);
        Assert.Equal(1, await feed.CountAfter(FeedGrain.Lease * 0.8));
        await feed.Subscribe(reference);
        Assert.Equal(1, await feed.CountAfter(FeedGrain.Lease * 0.8));
    }

    [Fact]
    public async Task A_watcher_that_does_not_renew_is_dropped()
    {
        await feed.Subscribe(Refer(watcher));
        Assert.Equal(0, await feed.CountAfter(FeedGrain.Lease * 1.2));
    }

    [Fact]
    public async Task A_watcher_that_throws_harms_neither_the_grain_nor_others()
    {
        var failing = new Watcher { Fails = true };
        await feed.Subscribe(Refer(failing));
        await feed.Subscribe(Refer(other));
        for (var number = 1; number <= 2; number++)
        {
            await feed.Publish(number).Soon();
            Assert.Equal(number, await other.NextAsync());
        }

        Assert.Equal(1, await failing.NextAsync());
    }

    [Fact]
    public async Task A_deleted_reference_hears_no_more()
    {
        var reference = Refer(watcher);
        await feed.Subscribe(reference);
        await feed.Subscribe(Refer(other));
        silo.Grains.DeleteObjectReference<IWatcher>(reference);
        // Nobody answers for the deleted one: it is waited for until its timeout.
        await feed.Publish(1).Soon();
        Assert.Equal(1, await other.NextAsync());
        Assert.False(watcher.HasMore);
    }

    private IWatcher Refer(Watcher one) => silo.Grains.CreateObjectReference<IWatcher>(one);
}
