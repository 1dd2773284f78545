namespace Aggregation.Commands.Doctoring;

/// <summary>What a check came to, the worst last.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It will be wrong, or somebody must know of it.</summary>
    Warning,

    /// <summary>Something must be done now.</summary>
    Wrong,
}
