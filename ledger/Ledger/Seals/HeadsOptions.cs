using System;
using System.IO;

namespace Aggregation.Ledger.Seals;

/// <summary>Where and how often the silo signs what it has recorded (<c>Ledger:HeadsPath</c>, <c>Ledger:HeadsMinutes</c>).</summary>
/// <param name="Path">The file, of this silo alone; null for none.</param>
/// <param name="Interval">How often.</param>
public sealed record HeadsOptions(string? Path, TimeSpan Interval)
{
    /// <summary>How many minutes unless the setting says otherwise.</summary>
    public const int UsualMinutes = 5;

    /// <summary>The most bytes that the file grows to, but for one record more: then it begins anew with all heads in one.</summary>
    public int MostBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>True when something was ever signed.</summary>
    public bool IsSigned => Path is not null && new FileInfo(Path) is { Exists: true, Length: > 0 };

    /// <summary>No file.</summary>
    public static HeadsOptions None { get; } = new(null, TimeSpan.FromMinutes(UsualMinutes));
}
