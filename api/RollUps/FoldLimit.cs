using System;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Aggregation.Api.Http;

namespace Aggregation.Api.RollUps;

/// <summary>
/// How many folds of the ledger for past figures are at work in this silo: each holds the figures of an area in memory, and anybody may
/// ask for any day. Safe for concurrent use.
/// </summary>
/// <param name="limits">How many.</param>
public sealed class FoldLimit(LimitSettings limits) : IDisposable
{
    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.FoldsAtOnce,
        QueueLimit = limits.FoldsWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    /// <summary>Folds, once it is this one's turn.</summary>
    /// <exception cref="TooManyFoldsException">As many as may wait do.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> fold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fold);
        using var place = await places.AcquireAsync(1, cancellationToken);
        if (!place.IsAcquired)
            throw new TooManyFoldsException(limits.FoldsAtOnce + limits.FoldsWaiting);
        return await fold();
    }
}
