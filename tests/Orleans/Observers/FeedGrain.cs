using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Utilities;

namespace Aggregation.Tests.Orleans.Observers;

public interface IWatcher : IGrainObserver
{
    void Saw(int number);

    Task Hear(int number);
}

public interface IFeedGrain : IGrainWithStringKey
{
    Task Subscribe(IWatcher watcher);

    Task Unsubscribe(IWatcher watcher);

    Task Publish(int number);

    Task<int> PublishAndWait(int number);

    Task TellDirectly(IWatcher watcher, int number);

    Task<int> Count();

    Task Expire();

    Task<bool> SameAs(IWatcher one, IWatcher other);

    Task<string> MakeReference();

    Task Introduce(string watchingGrain);
}

internal sealed class FeedGrain : Grain, IFeedGrain
{
    private readonly ObserverManager<IWatcher> _watchers = new(TimeSpan.FromMinutes(5), NullLogger.Instance);

    public Task Subscribe(IWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IWatcher watcher)
    {
        _watchers.Unsubscribe(watcher);
        return Task.CompletedTask;
    }

    public Task Publish(int number)
    {
        _watchers.Notify(watcher => watcher.Saw(number));
        return Task.CompletedTask;
    }

    public async Task<int> PublishAndWait(int number)
    {
        await _watchers.Notify(watcher => watcher.Hear(number));
        return _watchers.Count;
    }

    public Task TellDirectly(IWatcher watcher, int number)
    {
        watcher.Saw(number);
        return Task.CompletedTask;
    }

    public Task<int> Count() => Task.FromResult(_watchers.Count);

    public Task Expire()
    {
        _watchers.GetDateTime = static () => DateTime.UtcNow + TimeSpan.FromMinutes(10);
        _watchers.ClearExpired();
        _watchers.GetDateTime = static () => DateTime.UtcNow;
        return Task.CompletedTask;
    }

    public Task<bool> SameAs(IWatcher one, IWatcher other) => Task.FromResult(one.Equals(other) && one.GetHashCode() == other.GetHashCode());

    public Task<string> MakeReference()
    {
        try
        {
            GrainFactory.CreateObjectReference<IWatcher>(new Watcher());
            return Task.FromResult("made");
        }
        catch (Exception refused)
        {
            return Task.FromResult(refused.GetType().Name);
        }
    }

    public Task Introduce(string watchingGrain) => GrainFactory.GetGrain<IWatchingGrain>(watchingGrain).Watch(this.AsReference<IFeedGrain>());
}

public interface IWatchingGrain : IGrainWithStringKey
{
    Task Watch(IFeedGrain feed);

    Task<int> Heard();
}

/// <summary>A grain that is an observer itself.</summary>
internal sealed class WatchingGrain : Grain, IWatchingGrain, IWatcher
{
    private int _heard;

    public Task Watch(IFeedGrain feed)
    {
        // The feed waits for this call: subscribing is for later.
        _ = feed.Subscribe(this.AsReference<IWatcher>());
        return Task.CompletedTask;
    }

    public Task<int> Heard() => Task.FromResult(_heard);

    public void Saw(int number) => _heard = number;

    public Task Hear(int number)
    {
        _heard = number;
        return Task.CompletedTask;
    }
}
