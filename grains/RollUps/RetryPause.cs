using System;

namespace Aggregation.Grains.RollUps;

/// <summary>How long a unit, or whoever speaks to one, waits before it tries again what failed: twice as long each time.</summary>
public static class RetryPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>After the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);

    /// <summary>After the next one.</summary>
    /// <param name="pause">The pause before.</param>
    /// <param name="longest">The longest there is; null for 5 s.</param>
    public static TimeSpan Longer(TimeSpan pause, TimeSpan? longest = null)
    {
        var most = longest ?? Longest;
        return pause * 2 < most ? pause * 2 : most;
    }
}
