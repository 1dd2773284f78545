namespace Aggregation.Testing.Reference;

/// <summary>How an append to a <see cref="MemoryLedger"/> goes wrong.</summary>
public enum AppendFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Nothing is recorded, and the caller is told that it failed.</summary>
    BeforeCommit,

    /// <summary>The rows are recorded, and the caller is told that it failed.</summary>
    AfterCommit,
}
