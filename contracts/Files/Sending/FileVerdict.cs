namespace Aggregation.Files.Sending;

/// <summary>What became of a file as a whole.</summary>
public enum FileVerdict
{
    /// <summary>It was recorded, or would be.</summary>
    Accepted,

    /// <summary>Something in it is wrong, or unusual and not confirmed.</summary>
    Invalid,

    /// <summary>Its reports say something else than was recorded with the same keys.</summary>
    Conflict,

    /// <summary>It reports for units that the sender does not reach.</summary>
    Forbidden,

    /// <summary>It was refused for something that is no fault of its reports; the cause says what.</summary>
    NotTaken,
}
