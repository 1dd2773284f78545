using System;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Units;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.RollUps;

/// <summary>
/// Calls units, and calls again where the answer was lost on the way: the silo that held the unit has died, or the unit is
/// moving. A call is made to be repeated: reports carry their idempotency keys, and reads change nothing.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="registry">The editions of this silo.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where repetitions are told.</param>
public sealed partial class UnitCalls(IGrainFactory grains, UnitRegistry registry, TimeProvider time, ILogger<UnitCalls> logger)
{
    /// <summary>How long after the first call the last one may begin.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The grain of a unit, to be called once.</summary>
    public IUnitGrain Grain(UnitKey unit) => grains.GetGrain<IUnitGrain>(unit.ToString());

    /// <summary>A unit that will be called more than once.</summary>
    public CallableUnit Unit(UnitKey unit) => new(this, unit, Grain(unit));

    /// <summary>Calls a unit until it answers, or <see cref="Patience"/> is over.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written or read now.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    /// <exception cref="OrleansException">It could not be reached.</exception>
    public Task<T> CallAsync<T>(UnitKey unit, Func<IUnitGrain, Task<T>> call) => CallAsync(unit, Grain(unit), call);

    /// <summary>Calls a unit until it answers, or <see cref="Patience"/> is over.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="grain">Its grain.</param>
    /// <param name="call">What to ask of it; called again, it asks the same.</param>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written or read now.</exception>
    /// <exception cref="UnknownUnitException">The edition has no such unit.</exception>
    /// <exception cref="TimeoutException">It did not answer.</exception>
    /// <exception cref="OrleansException">It could not be reached.</exception>
    internal async Task<T> CallAsync<T>(UnitKey unit, IUnitGrain grain, Func<IUnitGrain, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call(grain);
            }
            catch (Exception exception) when (IsPassing(unit, exception) && time.GetElapsedTime(started) < Patience)
            {
                LogCallingAgain(unit, exception.Message);
            }

            await Task.Delay(pause, time);
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

    [LoggerMessage(1, LogLevel.Debug, "{Unit} is called again: {Reason}")]
    private partial void LogCallingAgain(UnitKey unit, string reason);
}
