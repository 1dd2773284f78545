namespace Aggregation.Files.Texts;

/// <summary>What <see cref="NumberText"/> makes of a text.</summary>
internal enum NumberReading
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number that can be read two ways.</summary>
    Ambiguous,

    /// <summary>Anything else.</summary>
    NotWhole,
}
