namespace Aggregation.Client;

/// <summary>Whether a call may be sent twice.</summary>
internal enum Repetition
{
    /// <summary>Twice is as good as once: reads, and writes that the silo recognises.</summary>
    Harmless,

    /// <summary>Twice would do it twice: again only when it certainly was not done.</summary>
    OnlyIfNotDone,

    /// <summary>Again for as long as it takes: a live stream that once was open.</summary>
    Endless,

    /// <summary>Not by us: whoever calls keeps what it sends, and does that itself.</summary>
    Never,
}
