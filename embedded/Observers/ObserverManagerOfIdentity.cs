using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Embedded.Observers;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>
/// The observers of a grain. Those that did not subscribe again in time, that failed, or whose object is gone are
/// dropped at the next notification. Not safe for threads: it belongs to one grain.
/// </summary>
/// <typeparam name="TIdentity">What an observer is known by.</typeparam>
/// <typeparam name="TObserver">The observers' interface.</typeparam>
public partial class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, (TObserver Observer, DateTime SeenAt)> _observers = [];
    private readonly ILogger _log;

    /// <summary>No observers yet.</summary>
    /// <param name="expiration">How long a subscription lasts that is not renewed.</param>
    /// <param name="log">Hears of subscriptions, at debug level.</param>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(log);
        ExpirationDuration = expiration;
        _log = log;
    }

    /// <summary>The clock.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => DateTime.UtcNow;

    /// <summary>How long a subscription lasts that is not renewed.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>How many observers there are, those included that would be dropped.</summary>
    public int Count => _observers.Count;

    /// <summary>The observers by what they are known by.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers =>
        _observers.ToDictionary(static one => one.Key, static one => one.Value.Observer);

    /// <summary>Drops all observers.</summary>
    public void Clear() => _observers.Clear();

    /// <summary>Adds an observer, or renews its subscription.</summary>
    public void Subscribe(TIdentity id, TObserver observer)
    {
        _observers[id] = (observer, GetDateTime());
        LogSubscribed(id, _observers.Count);
    }

    /// <summary>Drops an observer.</summary>
    public void Unsubscribe(TIdentity id)
    {
        _observers.Remove(id);
        LogUnsubscribed(id, _observers.Count);
    }

    /// <summary>Notifies the observers, one after another, and drops those that fail.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var (id, observer) in Chosen(predicate))
        {
            try
            {
                await notification(observer);
            }
            catch (Exception failure)
            {
                Drop(id, failure);
            }
        }
    }

    /// <summary>Notifies the observers and drops those that fail to take it.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var (id, observer) in Chosen(predicate))
        {
            try
            {
                notification(observer);
            }
            catch (Exception failure)
            {
                Drop(id, failure);
            }
        }
    }

    /// <summary>Drops the observers that did not subscribe again in time, and those whose object is gone.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, (observer, seenAt)) in _observers.ToList())
        {
            if (seenAt + ExpirationDuration < now || IsGone(observer))
                Drop(id, failure: null);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TObserver> GetEnumerator() => _observers.Values.Select(static one => one.Observer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsGone(TObserver observer) => observer is GrainReference { Target: ObserverTarget { IsDead: true } };

    /// <summary>A copy, since observers come and go while the grain awaits.</summary>
    private List<KeyValuePair<TIdentity, TObserver>> Chosen(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        var chosen = new List<KeyValuePair<TIdentity, TObserver>>(_observers.Count);
        foreach (var (id, (observer, _)) in _observers)
        {
            if (predicate is null || predicate(observer))
                chosen.Add(new(id, observer));
        }
        return chosen;
    }

    private void Drop(TIdentity id, Exception? failure)
    {
        _observers.Remove(id);
        LogDropped(id, _observers.Count, failure);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Observer} subscribed; there are {Count}.")]
    private partial void LogSubscribed(TIdentity observer, int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Observer} unsubscribed; there are {Count}.")]
    private partial void LogUnsubscribed(TIdentity observer, int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Observer} was dropped; there are {Count}.")]
    private partial void LogDropped(TIdentity observer, int count, Exception? failure);
}
