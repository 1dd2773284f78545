using System;
using System.Threading.Tasks;
using Aggregation.Units;

namespace Aggregation.RollUps;

/// <summary>A unit to be called, its grain found once.</summary>
/// <param name="calls">Calls it.</param>
/// <param name="unit">The unit.</param>
/// <param name="grain">Its grain.</param>
public sealed class CallableUnit(UnitCalls calls, UnitKey unit, IUnitGrain grain)
{
    /// <inheritdoc cref="UnitCalls.CallAsync{T}(UnitKey, Func{IUnitGrain, Task{T}})"/>
    public Task<T> CallAsync<T>(Func<IUnitGrain, Task<T>> call) => calls.CallAsync(unit, grain, call);
}
