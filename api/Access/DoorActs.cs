using System;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>
/// Records who came in and who was refused at the door. Whoever knocks without a key fills no ledger: of those only so many a minute are
/// recorded, and how many were not stands with the next one. Safe for concurrent use.
/// </summary>
/// <param name="acts">Where acts are kept.</param>
/// <param name="time">The clock.</param>
public sealed class DoorActs(IActStore acts, TimeProvider time) : IDisposable
{
    private const int StrangersPerMinute = 60;

    private readonly FixedWindowRateLimiter strangers =
        new(new FixedWindowRateLimiterOptions { PermitLimit = StrangersPerMinute, Window = TimeSpan.FromMinutes(1) });
    private long unrecorded;

    /// <inheritdoc/>
    public void Dispose() => strangers.Dispose();

    /// <summary>Records what a key did, or was refused.</summary>
    /// <exception cref="LedgerUnavailableException">It cannot be recorded.</exception>
    public Task RecordAsync(HttpContext context, string act, string outcome, AccessKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RecordAsync(context, new AdministrativeAct
        {
            At = time.GetUtcNow(),
            Act = act,
            Key = key.Id,
            Edition = key.Edition,
            Unit = key.Unit,
            Outcome = outcome
        });
    }

    /// <summary>Records what somebody without a good key was refused.</summary>
    /// <param name="context">The request.</param>
    /// <param name="act">What it would have been.</param>
    /// <param name="target">The key whose name was given; null where none was, or there is no such key.</param>
    /// <exception cref="LedgerUnavailableException">It cannot be recorded.</exception>
    public async Task RefuseStrangerAsync(HttpContext context, string act, string? target)
    {
        using var lease = strangers.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            Interlocked.Increment(ref unrecorded);
            return;
        }

        var refused = new AdministrativeAct
        {
            At = time.GetUtcNow(),
            Act = act,
            Edition = "",
            Unit = "",
            Target = target,
            Outcome = ActOutcome.Refused
        };
        await RecordAsync(context, Interlocked.Exchange(ref unrecorded, 0) is > 0 and var others
            ? refused with { Figures = refused.Figures.Add("unrecorded", others) }
            : refused);
    }

    private Task RecordAsync(HttpContext context, AdministrativeAct act)
    {
        ArgumentNullException.ThrowIfNull(context);
        return acts.RecordAsync(
            act with { RequestId = context.TraceIdentifier, Address = SenderAddress.Whole(context) },
            CancellationToken.None);
    }
}
