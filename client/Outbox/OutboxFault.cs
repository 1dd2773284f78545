namespace Aggregation.Outboxes;

/// <summary>What can be wrong with the use of an outbox.</summary>
public enum OutboxFault
{
    /// <summary>The file cannot be opened, or is none of this program. Arguments: the path, why.</summary>
    CannotOpen,

    /// <summary>The disk lets nothing be written, or holds what cannot be read. Arguments: the path, why.</summary>
    Failed,

    /// <summary>It holds the reports for another silo. Arguments: the path, its address, the address named.</summary>
    OtherAddress,

    /// <summary>Another process is sending from it. Arguments: the path.</summary>
    InUse,

    /// <summary>No report of that number is refused. Arguments: the number.</summary>
    NotRefused,

    /// <summary>It has taken the same file before. Arguments: the name it had, when.</summary>
    SameFile,
}
