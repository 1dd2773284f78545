using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Utilities;

namespace Aggregation.Tests.Orleans.Observers;

public interface IWatcher : IGrainObserver
{
    [ResponseTimeout("00:00:05")]
    Task Hear(int number);
}

public interface IFeedGrain : IGrainWithStringKey
{
    Task Subscribe(IWatcher watcher);

    Task Unsubscribe(IWatcher watcher);

    Task Publish(int number);

    Task<int> CountAfter(TimeSpan time);
}

internal sealed class FeedGrain : Grain, IFeedGrain
{
    private readonly ObserverManager<IWatcher> watchers = new(Lease, NullLogger.Instance);
    private TimeSpan passed;

    public FeedGrain() => watchers.GetDateTime = () => DateTime.UnixEpoch + passed;

    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    public Task Subscribe(IWatcher watcher)
    {
        watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IWatcher watcher)
    {
        watchers.Unsubscribe(watcher);
        return Task.CompletedTask;
    }

    public Task Publish(int number) => watchers.Notify(watcher => watcher.Hear(number));

    public Task<int> CountAfter(TimeSpan time)
    {
        passed += time;
        watchers.ClearExpired();
        return Task.FromResult(watchers.Count);
    }
}
