using System;
using System.Collections.Generic;

namespace Aggregation.Outboxes.Pushing;

/// <summary>One answer of the silo, or the lack of one.</summary>
public sealed record PushStep
{
    /// <summary>How many reports were recorded by it.</summary>
    public int Recorded { get; init; }

    /// <summary>How many the silo had already, from a try whose answer was lost.</summary>
    public int Duplicates { get; init; }

    /// <summary>The reports that it refused.</summary>
    public IReadOnlyList<(OutboxReport Report, OutboxRefusal Refusal)> Refused { get; init; } = [];

    /// <summary>Why nothing came of it; null otherwise.</summary>
    public Exception? Reason { get; init; }

    /// <summary>How long until the next try; null when there is none.</summary>
    public TimeSpan? Delay { get; init; }
}
