using System;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Api.RollUps;

/// <summary>
/// Calls units, and calls again where the answer was lost on the way: the silo that held the unit has died, or the unit is
/// moving. A call is made to be repeated: reports carry their idempotency keys, and reads change nothing.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="registry">The editions of this silo.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where repetitions are told.</param>
public sealed class UnitCalls(IGrainFactory grains, UnitRegistry registry, TimeProvider time, ILogger<UnitCalls> logger)
{
    /// <summary>How long after the first call the last one may begin.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>How long an answer is waited for before the unit is called again: what died with a silo is never answered.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private CallableUnits? units;

    /// <summary>The grain of a unit, to be called once.</summary>
    public IUnitGrain Grain(UnitKey unit) => grains.GetGrain<IUnitGrain>(unit.ToString());

    /// <summary>The units of an edition, to be called side by side.</summary>
    internal CallableUnits Units(Edition edition)
    {
        var known = units;
        return ReferenceEquals(known?.Edition, edition) ? known : units = new CallableUnits(edition, grains);
    }

    /// <summary>Calls a unit until it answers, or <see cref="Patience"/> is over.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="call">What to ask of it; called again, it asks the same.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written or read now.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    /// <exception cref="OrleansException">It could not be reached.</exception>
    public Task<T> CallAsync<T>(UnitKey unit, Func<IUnitGrain, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var grain = Grain(unit);
        return AwaitAsync(unit, () => call(grain), call(grain), time.GetTimestamp());
    }

    /// <summary>Calls units side by side, each until it answers, or <see cref="Patience"/> is over.</summary>
    /// <param name="all">The units.</param>
    /// <param name="call">What to ask of the unit at a place; called again, it asks the same.</param>
    /// <returns>The answers, by place.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written or read now.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    /// <exception cref="TimeoutException">One did not answer.</exception>
    /// <exception cref="OrleansException">One could not be reached.</exception>
    internal async Task<T[]> CallAllAsync<T>(CallableUnit[] all, Func<IUnitGrain, int, Task<T>> call)
    {
        var started = time.GetTimestamp();
        var answers = new Task<T>[all.Length];
        for (var place = 0; place < answers.Length; place++)
            answers[place] = call(all[place].Grain, place);

        // A large batch is hundreds of calls, nearly all of which are answered at once: only the others are watched over.
        await ((Task)Task.WhenAll(answers)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var place = 0; place < answers.Length; place++)
        {
            var at = place;
            if (!answers[at].IsCompletedSuccessfully)
                answers[at] = AwaitAsync(all[at].Key, () => call(all[at].Grain, at), answers[at], started);
        }

        return await Task.WhenAll(answers);
    }

    private async Task<T> AwaitAsync<T>(UnitKey unit, Func<Task<T>> call, Task<T> answer, long started)
    {
        for (var pause = RetryPause.First; ; pause = RetryPause.Longer(pause, LongestPause))
        {
            try
            {
                // A read that waits until its unit is warm would keep its caller for longer.
                return await answer.WaitAsync(AnswerTime, time);
            }
            catch (Exception exception) when (IsPassing(unit, exception) && time.GetElapsedTime(started) < Patience)
            {
                logger.CallingAgain(unit, exception.Message);
            }

            await Task.Delay(pause, time);
            answer = call();
        }
    }

    private bool IsPassing(UnitKey unit, Exception exception) => exception switch
    {
        TimeoutException or OrleansException or OperationCanceledException => true,
        // An import that has reached this silo and not yet the unit's.
        UnknownUnitException => registry.Find(unit.Edition)?.Find(unit.Code) is not null,
        LedgerUnavailableException => IsOfActivation(exception),
        _ => false,
    };

    // The activation has stepped aside, or ended; the ledger itself has nothing wrong with it.
    private static bool IsOfActivation(Exception exception) =>
        exception.InnerException is { } inner && (inner is LedgerFencedException or OperationCanceledException || IsOfActivation(inner));
}
