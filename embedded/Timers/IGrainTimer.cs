using System;

namespace Orleans.Runtime;

/// <summary>A timer whose callback runs in its grain's turns, never twice at once; it stops with the activation.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets the time of the next tick and the time between ticks; during a tick, it holds from the tick's end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, and not infinite, or too long.</exception>
    void Change(TimeSpan dueTime, TimeSpan period);
}
