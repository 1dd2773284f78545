namespace Orleans;

/// <summary>Why an activation ends.</summary>
[GenerateSerializer]
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason yet.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>The constructor or OnActivateAsync failed.</summary>
    ActivationFailed,

    /// <summary>The directory failed; never in one process.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for long enough.</summary>
    ActivationIdle,

    /// <summary>A request never ended; never set by this engine.</summary>
    ActivationUnresponsive,

    /// <summary>Another activation of the key exists; never in one process.</summary>
    DuplicateActivation,

    /// <summary>A request of another version; never in one process.</summary>
    IncompatibleRequest,

    /// <summary>The grain failed.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>The grain moves; never in one process.</summary>
    Migrating,

    /// <summary>The engine asked for it.</summary>
    RuntimeRequested,

    /// <summary>Memory is short; never set by this engine.</summary>
    HighMemoryPressure,
}
