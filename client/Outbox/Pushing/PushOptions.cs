using System;
using Aggregation.Client;

namespace Aggregation.Outboxes.Pushing;

/// <summary>How an outbox is sent.</summary>
public sealed class PushOptions
{
    /// <summary>
    /// True to go on for ever: what enters later is sent too, and a silo that is away is waited for. False to end when nothing waits, or
    /// when the tries are used up.
    /// </summary>
    public bool Follow { get; set; }

    /// <summary>
    /// The waits after a failure, which double and are in part random; a <c>Retry-After</c> is waited out, and a random part of
    /// the first delay more. <see cref="RetryOptions.Attempts"/> and <see cref="RetryOptions.LongestRetryAfter"/> end the
    /// sending unless it goes on for ever.
    /// </summary>
    public RetryOptions Retry { get; set; } = new() { FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromMinutes(5) };

    /// <summary>How often to look for what has entered, once nothing waits.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of waits; another one for tests.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
