namespace Aggregation.Outboxes.Pushing;

/// <summary>Why the sending of an outbox ended.</summary>
public enum PushEnd
{
    /// <summary>Nothing waits any more.</summary>
    Empty,

    /// <summary>The silo could not be reached, or asked to wait for longer than was allowed.</summary>
    Unreachable,

    /// <summary>The silo does not know the key, or the key may not report.</summary>
    NotAllowed,
}
