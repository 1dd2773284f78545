namespace Aggregation.Files;

/// <summary>How large a file of reports may be. A file over a limit is refused with one fault that names the limit.</summary>
public static class FileLimits
{
    /// <summary>The longest file, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>The most that a workbook may unpack to, in bytes.</summary>
    public const int MaxUnpackedBytes = 64 * 1024 * 1024;

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
