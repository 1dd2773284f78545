using System;
using System.Net;
using System.Threading.RateLimiting;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>
/// Keeps one address from trying keys and cookies by the thousand, or asking without any; whoever has a right one is not kept out by a
/// neighbour who guesses.
/// </summary>
/// <param name="settings">How many a minute.</param>
public sealed class WrongKeyLimit(LimitSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress,
        IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(
        address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.WrongKeysPerMinute, Window = RequestLimit.Window }));

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    /// <summary>Counts a key or a cookie that is not known here, or a request that has neither and needs one.</summary>
    /// <returns>Null while that is one of the allowed ones.</returns>
    internal ProblemResult? Count(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(SenderAddress.Of(context));
        return lease.IsAcquired
            ? null
            : RequestLimit.Refuse(ProblemCode.TooManyWrongKeys, settings.WrongKeysPerMinute, RequestLimit.WaitOf(lease));
    }
}
