using System;

namespace Aggregation.Grains.RollUps;

/// <summary>How long a unit's loops wait before they try again what failed: twice as long each time.</summary>
internal static class RetryPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>After the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);

    /// <summary>After the next one.</summary>
    public static TimeSpan Longer(TimeSpan pause) => pause * 2 < Longest ? pause * 2 : Longest;
}
