using System.Globalization;

namespace Aggregation.Domain.Reports;

/// <summary>A whole number as somebody wrote it, of any size.</summary>
/// <param name="Value">The number, or the nearest one that 64 bits can hold.</param>
/// <param name="Text">How it was written, where 64 bits cannot hold it; otherwise null.</param>
public readonly record struct WholeNumber(long Value, string? Text = null)
{
    /// <inheritdoc/>
    public override string ToString() => Text ?? Value.ToString(CultureInfo.InvariantCulture);
}
