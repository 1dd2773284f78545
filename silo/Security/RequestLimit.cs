using System;
using System.Globalization;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Aggregation.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Aggregation.Security;

/// <summary>
/// How many requests a minute one sender may send, and how many of them are worked on at once: a flood from one key waits for itself,
/// so that the others' requests find the silo no busier than that.
/// </summary>
public static class RequestLimit
{
    /// <summary>What requests are counted over.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(1);

    /// <summary>Makes the limiter's options.</summary>
    public static RateLimiterOptions Options(LimitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, object>(context => PerMinute(context, settings)),
                PartitionedRateLimiter.Create<HttpContext, object>(context => AtOnce(context, settings))),
            OnRejected = (rejected, _) => new ValueTask(RefusalOf(rejected.Lease, settings).ExecuteAsync(rejected.HttpContext)),
        };
    }

    /// <summary>What a sender over a limit is answered with.</summary>
    internal static ProblemResult Refuse(string code, int limit, TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, code, [limit.ToString(CultureInfo.InvariantCulture)], []) { RetryAfter = wait };

    /// <summary>How long a refused sender has to wait.</summary>
    internal static TimeSpan WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;

    private static RateLimitPartition<object> PerMinute(HttpContext context, LimitSettings settings) => Caller.Find(context) is { } caller
        ? RateLimitPartition.GetFixedWindowLimiter(caller.Sender, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsPerMinute, Window = Window })
        : RateLimitPartition.GetNoLimiter<object>("");

    private static RateLimitPartition<object> AtOnce(HttpContext context, LimitSettings settings) =>
        Caller.Find(context) is { } caller && context.GetEndpoint()?.Metadata.GetMetadata<LongLivedMetadata>() is null
            ? RateLimitPartition.GetConcurrencyLimiter(caller.Sender, _ => new ConcurrencyLimiterOptions { PermitLimit = settings.RequestsAtOnce, QueueLimit = settings.RequestsWaiting })
            : RateLimitPartition.GetNoLimiter<object>("");

    // Only the count of a minute knows when there is room again.
    private static ProblemResult RefusalOf(RateLimitLease lease, LimitSettings settings) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
        ? Refuse(ProblemCode.TooManyRequests, settings.RequestsPerMinute, wait)
        : Refuse(ProblemCode.TooManyAtOnce, settings.RequestsAtOnce + settings.RequestsWaiting, SoonEnough);
}
