namespace Aggregation.Files;

/// <summary>How large a file of reports may be. A file over a limit is refused with one fault that names the limit.</summary>
public static class FileLimits
{
    /// <summary>The longest file, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The most that a workbook may unpack to, in bytes.</summary>
    public const int MaxUnpackedBytes = 128 * 1024 * 1024;

    /// <summary>The most parts that a workbook may have.</summary>
    public const int MaxParts = 1_000;

    /// <summary>The most sheets that a workbook may have.</summary>
    public const int MaxSheets = 256;

    /// <summary>
    /// The most tags in a workbook, opening and closing ones: a million rows of nothing but formatting have as many as four million.
    /// </summary>
    public const int MaxTags = 12_000_000;

    /// <summary>The longest text of a cell, in UTF-16 units: as spreadsheets have it.</summary>
    public const int MaxTextLength = 32_767;

    /// <summary>The longest texts of all cells together, in UTF-16 units.</summary>
    public const int MaxTextTogether = 8 * 1024 * 1024;

    /// <summary>The longest row of a CSV file, in UTF-16 units.</summary>
    public const int MaxRowLength = 256 * 1024;

    /// <summary>The most rows with anything in them, on all sheets together: more than twice the units of any edition.</summary>
    public const int MaxRows = 25_000;

    /// <summary>The last column that may hold anything.</summary>
    public const int MaxColumns = 256;

    /// <summary>The most cells with anything in them, on all sheets together.</summary>
    public const int MaxCells = 500_000;

    /// <summary>The most reports that are sent together, and the most of one unit in one file.</summary>
    public const int MaxBatch = 1_000;

    /// <summary>The most faults that are told of one file.</summary>
    public const int MaxFaults = 10_000;
}
