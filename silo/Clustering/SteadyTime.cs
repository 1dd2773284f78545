using System;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// The wall clock as it was at the start, going on by itself. For what must only know how long ago something was: Orleans' collector of
/// idle activations refuses every new one for as long as the wall clock was set back by.
/// </summary>
internal sealed class SteadyTime : TimeProvider
{
    private const string Collector = "Orleans.Runtime.ActivationCollector";

    private readonly DateTimeOffset startedAt = System.GetUtcNow();
    private readonly long started = System.GetTimestamp();
    private TimeSpan ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => startedAt + System.GetElapsedTime(started);

    /// <summary>True when a clock was set since the last look: further than it may go wrong by itself. Called by one thread.</summary>
    /// <param name="clock">A wall clock that told the same time at the start.</param>
    /// <param name="most">How far.</param>
    public bool SeesSet(TimeProvider clock, TimeSpan most)
    {
        // Whoever stands still between two looks sees no clock that was set.
        var before = GetUtcNow() + ahead;
        var now = clock.GetUtcNow();
        var after = GetUtcNow() + ahead;
        ahead += now - after;
        return now < before - most || now > after + most;
    }

    /// <summary>Gives it to the collector, and to nothing else of Orleans: what is recorded is dated by the wall clock.</summary>
    /// <exception cref="InvalidOperationException">Orleans has no collector of that name any more.</exception>
    public void UseForCollection(ISiloBuilder silo)
    {
        var collector =
            silo.Services.Single(service => string.Equals(service.ServiceType.FullName, Collector, StringComparison.Ordinal)).ServiceType;
        silo.Services.RemoveAll(collector);
        silo.Services.AddSingleton(collector, provider => ActivatorUtilities.CreateInstance(provider, collector, this));
    }
}
