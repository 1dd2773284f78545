using System.Collections.Generic;
using System.Diagnostics;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Grains.RollUps;

/// <summary>
/// The sampled spans that what a unit does next comes from. What unites several goes on in the trace of the first and is linked
/// to the others.
/// </summary>
internal sealed class Causes
{
    private const int MostLinks = 31;

    private ActivityContext first;
    private List<ActivityLink>? others;

    /// <summary>The span that is running here, if it is sampled.</summary>
    public static Activity? Sampled =>
        Instrumentation.Source.HasListeners() && Activity.Current is { Recorded: true } current ? current : null;

    /// <summary>Has nothing that runs here from now on belong to a sampled trace: whoever began this loop may be long gone.</summary>
    public static void LeaveTrace()
    {
        // To leave one that nobody keeps would only cost: what runs in it is not kept either.
        if (Sampled is not null)
            Activity.Current = null;
    }

    /// <summary>Adds a cause; null, or one that is not sampled, is none.</summary>
    public void Add(Activity? cause)
    {
        if (cause is not { Recorded: true })
            return;
        if (first == default)
            first = cause.Context;
        else if (others is null || others.Count < MostLinks)
            (others ??= []).Add(new ActivityLink(cause.Context));
    }

    /// <summary>Starts a span that comes from all of them, and forgets them.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="level">The level that it is done for, as the end of the name.</param>
    /// <param name="unit">The unit that does it.</param>
    /// <returns>Null without any; then nothing that runs here belongs to a sampled trace.</returns>
    public Activity? Start(string name, string level, UnitTotals unit)
    {
        if (first == default)
        {
            LeaveTrace();
            return null;
        }

        var activity = Instrumentation.Source.StartActivity($"{name} {level}", ActivityKind.Internal, first, tags: null, others);
        (first, others) = (default, null);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(AttributeName.Unit, unit.Key.ToString());
            activity.SetTag(AttributeName.Level, unit.Level);
        }

        return activity;
    }
}
