using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Access;

/// <summary>
/// When keys were last used, to the minute: noted in memory by every request, stored once a minute and when the silo stops. What a power
/// cut takes is at most the last minute.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is told that it cannot be kept.</param>
public sealed class KeyUses(IAccessStore store, TimeProvider time, ILogger<KeyUses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Minutes> uses = new(StringComparer.Ordinal);

    /// <summary>Notes that a key is used now.</summary>
    public void Note(string keyId)
    {
        var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        var minutes = uses.GetOrAdd(keyId, static _ => new Minutes());
        if (Volatile.Read(ref minutes.Last) != minute)
            Volatile.Write(ref minutes.Last, minute);
    }

    /// <summary>When a key was last used, here or, as far as the store knew, anywhere; null for never.</summary>
    public DateTimeOffset? LastUseOf(AccessKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return uses.TryGetValue(key.Id, out var minutes)
            && InstantOf(Volatile.Read(ref minutes.Last)) is var here
            && !(key.LastUsedAt > here)
            ? here
            : key.LastUsedAt;
    }

    /// <summary>Stores what was noted since the last time.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be stored now; the next call stores it too.</exception>
    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        var news = new List<KeyUse>();
        foreach (var (id, minutes) in uses)
        {
            if (Volatile.Read(ref minutes.Last) is var last && last > minutes.Stored)
                news.Add(new KeyUse(id, InstantOf(last)));
        }

        if (news.Count == 0)
            return;
        await store.RecordUsesAsync(news, cancellationToken);
        foreach (var use in news)
            uses[use.KeyId].Stored = use.UsedAt.Ticks / TimeSpan.TicksPerMinute;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await StoreAsync(CancellationToken.None);
            }
            catch (LedgerUnavailableException exception)
            {
                logger.UsesNotStored(exception);
            }
        }
    }

    private static DateTimeOffset InstantOf(long minute) => new(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private sealed class Minutes
    {
        public long Last;
        public long Stored;
    }
}
