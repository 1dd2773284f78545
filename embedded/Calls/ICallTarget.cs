using System;

namespace Aggregation.Embedded.Calls;

/// <summary>What runs calls, one at a time unless they may interleave: an activation or an observer.</summary>
internal interface ICallTarget
{
    /// <summary>Takes a call; false when the target has ended and the call belongs to its successor.</summary>
    bool Receive(Call call);

    /// <summary>
    /// Hears that a call it ran has ended; true when that was in a turn of the target, so that the caller may be told
    /// after it.
    /// </summary>
    bool End(Call call);

    /// <summary>Hears of a failure that no caller will hear of.</summary>
    void Lose(Call call, Exception failure);
}
