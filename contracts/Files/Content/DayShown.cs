namespace Aggregation.Files.Content;

/// <summary>How much of a day a format shows.</summary>
internal enum DayShown
{
    /// <summary>A number.</summary>
    None,

    /// <summary>A day, but not all of its day, month and year: what is not shown, nobody has looked at.</summary>
    Part,

    /// <summary>The day of the month, the month and the year.</summary>
    Whole,
}
