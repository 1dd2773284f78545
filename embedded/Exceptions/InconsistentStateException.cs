using System;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Somebody else wrote the state since it was read: its ETag is not the stored one.</summary>
[GenerateSerializer]
public class InconsistentStateException : OrleansException
{
    /// <summary>A conflict without a message of its own.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>A conflict that says what happened.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>A conflict that says what happened and why.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>A conflict between two ETags, found by a storage error.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(errorMsg, storageException!)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>A conflict between two ETags.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, storageException: null)
    {
    }

    /// <summary>The ETag in the store.</summary>
    [Id(0)]
    public string? StoredEtag { get; private set; }

    /// <summary>The ETag the grain held.</summary>
    [Id(1)]
    public string? CurrentEtag { get; private set; }

    /// <summary>Whether it comes from the activation that wrote, and not from one that called it.</summary>
    internal bool IsSourceActivation { get; set; } = true;

    /// <inheritdoc/>
    public override string ToString() =>
        $"InconsistentStateException: {Message} Expected Etag={StoredEtag} Received Etag={CurrentEtag} {InnerException}";
}
