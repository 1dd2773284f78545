namespace Aggregation.Files.Content;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>Text; a cell of nothing but white space is blank.</summary>
    Text,

    /// <summary>A number of a workbook, written out without separators.</summary>
    Number,

    /// <summary>A day of a workbook, as <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>A day, as <c>yyyy-MM-dd</c>, of which the cell shows only a part, such as the month.</summary>
    PartOfDay,

    /// <summary>The error that a formula came to, such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula whose value was never stored.</summary>
    NoValue,
}
