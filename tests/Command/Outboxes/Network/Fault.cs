namespace Aggregation.Tests.Command.Outboxes.Network;

/// <summary>What the network does to one request.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It never arrives, and nobody says so.</summary>
    LoseRequest,

    /// <summary>It arrives, and nothing of the answer comes back.</summary>
    LoseAnswer,

    /// <summary>The connection breaks before it arrives.</summary>
    CutRequest,

    /// <summary>The connection breaks in the middle of the answer.</summary>
    CutAnswer,

    /// <summary>It arrives twice.</summary>
    Duplicate,

    /// <summary>It arrives, and once more when the sender has long gone on.</summary>
    Echo,

    /// <summary>It arrives late, perhaps after the sender has lost patience, and so does the answer.</summary>
    Delay,

    /// <summary>503 or 429 with <c>Retry-After</c>, without ever arriving.</summary>
    Busy,
}
