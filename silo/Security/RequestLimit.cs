using System;
using System.Globalization;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Aggregation.Api;
using Aggregation.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Security;

/// <summary>
/// How many requests a minute one key, or one address without a key, may send (<c>Security:RequestsPerMinute</c>). The
/// default only keeps a program gone wild from taking the whole silo.
/// </summary>
public static class RequestLimit
{
    /// <summary>The setting.</summary>
    public const string Setting = "Security:RequestsPerMinute";

    private const int Default = 2_000_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Makes the limiter's options.</summary>
    /// <exception cref="StartUpException">The setting is not a number of requests.</exception>
    public static RateLimiterOptions Options(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var permits = Read(configuration[Setting]);
        return new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, permits), StringComparer.Ordinal),
            OnRejected = (rejected, _) => AnswerAsync(rejected, permits),
        };
    }

    private static int Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var permits) && permits > 0
            ? permits
            : throw new StartUpException($"{Setting} is '{text}'; it must be a whole number of requests from 1 up, such as '{Default}'.");
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int permits)
    {
        // Health carries no caller and is never limited.
        if (!context.Items.TryGetValue(typeof(Caller), out var caller))
            return RateLimitPartition.GetNoLimiter("");
        var sender = ((Caller)caller!).Key?.Id ?? "@" + context.Connection.RemoteIpAddress;
        return RateLimitPartition.GetFixedWindowLimiter(sender, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });
    }

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, int permits)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window;
        var problem = new ProblemResult(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyRequests, [permits.ToString(CultureInfo.InvariantCulture)], []) { RetryAfter = wait };
        await problem.ExecuteAsync(rejected.HttpContext);
    }
}
