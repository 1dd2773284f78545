using System;

namespace Aggregation.Testing.Reference;

/// <summary>A clock that only moves when told.</summary>
/// <param name="start">The time it shows first.</param>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by) => now += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
