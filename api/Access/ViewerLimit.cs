using System;
using System.Net;
using System.Threading.RateLimiting;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>How many live streams one key, one address and all together may have open.</summary>
/// <param name="settings">How many.</param>
public sealed class ViewerLimit(LimitSettings settings) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);

    private readonly ConcurrencyLimiter all = new(new ConcurrencyLimiterOptions { PermitLimit = settings.Viewers });
    private readonly PartitionedRateLimiter<string> byKey = Limiter<string>(settings.ViewersPerKey);
    private readonly PartitionedRateLimiter<IPAddress> byAddress = Limiter<IPAddress>(settings.ViewersPerAddress);

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        byKey.Dispose();
        byAddress.Dispose();
    }

    /// <summary>Lets a viewer in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="place">The viewer's place, to be given back when the stream ends.</param>
    /// <returns>What a viewer too many is answered with; null for one who is let in.</returns>
    internal ProblemResult? TryEnter(HttpContext context, out IDisposable place)
    {
        var places = new Places(all.AttemptAcquire(), byAddress.AttemptAcquire(SenderAddress.Of(context)), Caller.Of(context).Key is { } key
            ? byKey.AttemptAcquire(key.Id)
            : null);
        place = places;
        var limit = !places.OfAll.IsAcquired ? settings.Viewers
            : !places.OfAddress.IsAcquired ? settings.ViewersPerAddress
            : places.OfKey is { IsAcquired: false } ? settings.ViewersPerKey
            : 0;
        if (limit == 0)
            return null;
        places.Dispose();
        return places.OfAll.IsAcquired
            ? RequestLimit.Refuse(ProblemCode.TooManyViewers, limit, Retry)
            : Problems.Busy(ProblemCode.TooManyStreams, limit, Retry);
    }

    private static PartitionedRateLimiter<T> Limiter<T>(int most)
        where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(sender => RateLimitPartition.GetConcurrencyLimiter(
            sender,
            _ => new ConcurrencyLimiterOptions { PermitLimit = most }));

    private sealed record Places(RateLimitLease OfAll, RateLimitLease OfAddress, RateLimitLease? OfKey) : IDisposable
    {
        public void Dispose()
        {
            OfAll.Dispose();
            OfAddress.Dispose();
            OfKey?.Dispose();
        }
    }
}
