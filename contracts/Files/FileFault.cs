namespace Aggregation.Files;

/// <summary>One thing wrong with a file.</summary>
/// <param name="Place">Where.</param>
/// <param name="Code">What, for programs: one of <see cref="FileFaultCode"/>, or what the silo says of a report.</param>
/// <param name="Message">What, for people.</param>
public sealed record FileFault(CellPlace Place, string Code, string Message)
{
    /// <summary>True for what is only unusual: confirmed, it is recorded.</summary>
    public bool IsWarning { get; init; }
}
