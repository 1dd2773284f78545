using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Grains.Checkpoints;
using Aggregation.Ledger.Folds;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// Folds what is below a unit from the ledger, after activation and after every import. Beside the turns: an activation that
/// awaited it would answer nobody meanwhile.
/// </summary>
/// <param name="totals">What the unit holds.</param>
/// <param name="onWarm">Told once the totals are warm, with the fold where there was one.</param>
/// <param name="logger">Where failures are told.</param>
/// <param name="ending">Ends it.</param>
internal sealed class UnitWarming(UnitTotals totals, Action<AreaFold?> onWarm, ILogger logger, CancellationToken ending)
{
    private TaskCompletionSource? warm;
    private TaskCompletionSource? firstAnswer;
    private RollUp? glance;

    /// <summary>True once the totals hold what the ledger has.</summary>
    public bool IsWarm => warm is { Task.IsCompletedSuccessfully: true };

    /// <summary>Begins anew, after the totals were bound to a list of the edition.</summary>
    /// <param name="reader">Reads what is below; null for a unit without children.</param>
    public void Start(AreaReader? reader)
    {
        glance = null;
        if (warm is null || warm.Task.IsCompleted)
            warm = NewSource();
        if (reader is null)
        {
            warm.TrySetResult();
            firstAnswer?.TrySetResult();
            onWarm(null);
            return;
        }

        firstAnswer ??= NewSource();
        _ = RunAsync(totals.Edition, reader);
    }

    /// <summary>Waits until the totals are warm.</summary>
    public async Task WaitAsync()
    {
        while (!IsWarm)
            await warm!.Task;
    }

    /// <summary>
    /// What a checkpoint says while the totals are not warm; waits for that, or for them, where nothing has been answered yet.
    /// </summary>
    /// <returns>Null when the totals are warm, or must be waited for.</returns>
    public async Task<RollUp?> GlanceAsync()
    {
        if (firstAnswer is not null)
            await firstAnswer.Task;
        return IsWarm ? null : glance;
    }

    private async Task RunAsync(Edition bound, AreaReader reader)
    {
        for (var retry = RetryPause.First; ReferenceEquals(bound, totals.Edition)
            && !ending.IsCancellationRequested; retry = RetryPause.Longer(retry))
        {
            try
            {
                var fold = await reader.ReadAsync(bound, totals.Index, await reader.ReadCheckpointAsync(), ending, Glance);
                if (ReferenceEquals(bound, totals.Edition))
                {
                    for (var place = 0; place < totals.ChildCount; place++)
                        totals.Replace(place, fold.Subtotal(totals.IndexOfChild(place)));
                    glance = null;
                    warm!.TrySetResult();
                    firstAnswer!.TrySetResult();
                    onWarm(fold);
                }

                return;
            }
            catch (Exception exception) when (!ending.IsCancellationRequested)
            {
                logger.CannotWarm(totals.Key, exception);
                // Of an edition that another one has followed: what waits is that one's.
                if (!ReferenceEquals(bound, totals.Edition))
                    return;
                firstAnswer!.TrySetResult();
                warm!.TrySetException(exception);
                _ = warm.Task.Exception;
                warm = NewSource();
                await Task.Delay(retry, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                warm!.TrySetCanceled(ending);
                firstAnswer!.TrySetResult();
                return;
            }
        }
    }

    // Only an activation that has answered nobody yet: after an import, older figures than those already seen would be no help.
    private void Glance(Edition bound, AreaFold restored)
    {
        if (firstAnswer!.Task.IsCompleted || !ReferenceEquals(bound, totals.Edition))
            return;
        glance = totals.RollUpWith(restored.Subtotal) with { Warming = true };
        firstAnswer.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
