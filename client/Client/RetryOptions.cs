using System;

namespace Aggregation.Client;

/// <summary>
/// When a call is tried again: after 429, 502, 503 and 504, and when the connection fails. Reports keep their idempotency
/// keys, so however often a batch is sent, it counts once.
/// </summary>
public sealed class RetryOptions
{
    /// <summary>How often a call is tried in all; 1 for never again.</summary>
    public int Attempts { get; set; } = 6;

    /// <summary>The wait before the second try; it doubles from one try to the next, and a random part of it is waited.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait that doubling comes to.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest <c>Retry-After</c> that is waited out; a longer one ends the call with its problem.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="tries">How many tries have failed.</param>
    public TimeSpan DelayAfter(int tries)
    {
        var longest = FirstDelay * Math.Pow(2, Math.Min(tries - 1, 30));
        if (longest > LongestDelay)
            longest = LongestDelay;
#pragma warning disable CA5394 // Nobody gains by guessing how long a client waits.
        return longest * (0.5 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}
