using System;
using System.Globalization;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>
/// How many requests a minute one sender may send, and how many of them are worked on at once: a flood from one key waits for itself,
/// so that the others' requests find the silo no busier than that. A request counts once for every 8 KiB of its body.
/// </summary>
public sealed class RequestLimit : IDisposable
{
    /// <summary>What requests are counted over.</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int BytesOfOne = 8 * 1024;
    // Of a body that does not tell its length.
    private const int UnknownWeight = 16;

    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(1);

    private readonly RequestDelegate next;
    private readonly LimitSettings limits;
    private readonly PartitionedRateLimiter<object> perMinute;
    private readonly PartitionedRateLimiter<object> atOnce;

    /// <summary>Makes the middleware.</summary>
    /// <param name="next">What follows.</param>
    /// <param name="settings">The limits.</param>
    public RequestLimit(RequestDelegate next, LimitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.next = next;
        limits = settings;
        perMinute = PartitionedRateLimiter.Create<object, object>(sender => RateLimitPartition.GetFixedWindowLimiter(
            sender,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.RequestsPerMinute, Window = Window }));
        atOnce = PartitionedRateLimiter.Create<object, object>(sender => RateLimitPartition.GetConcurrencyLimiter(
            sender,
            _ => new ConcurrencyLimiterOptions { PermitLimit = limits.RequestsAtOnce, QueueLimit = limits.RequestsWaiting }));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        perMinute.Dispose();
        atOnce.Dispose();
    }

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Health carries no caller and is never limited.
        if (Caller.Find(context) is not { } caller)
        {
            await next(context);
            return;
        }

        using (var counted = perMinute.AttemptAcquire(caller.Sender))
        {
            if (!counted.IsAcquired)
            {
                await Refuse(ProblemCode.TooManyRequests, limits.RequestsPerMinute, WaitOf(counted)).ExecuteAsync(context);
                return;
            }
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<LongLivedMetadata>() is not null)
        {
            await next(context);
            return;
        }

        using var place = await atOnce.AcquireAsync(caller.Sender, WeightOf(context.Request), context.RequestAborted);
        if (place.IsAcquired)
            await next(context);
        else
            await Refuse(ProblemCode.TooManyAtOnce, limits.RequestsAtOnce + limits.RequestsWaiting, SoonEnough).ExecuteAsync(context);
    }

    /// <summary>What a sender over a limit is answered with.</summary>
    internal static ProblemResult Refuse(string code, int limit, TimeSpan wait) =>
        new(StatusCodes.Status429TooManyRequests, code, [limit.ToString(CultureInfo.InvariantCulture)], []) { RetryAfter = wait };

    /// <summary>How long a refused sender has to wait.</summary>
    internal static TimeSpan WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;

    private int WeightOf(HttpRequest request)
    {
        var weight = request.ContentLength is { } length ? 1 + (length / BytesOfOne)
            : request.Headers.TransferEncoding.Count > 0 ? UnknownWeight
            : 1;
        return (int)Math.Min(weight, limits.RequestsAtOnce);
    }
}
