namespace Aggregation.Commands.Watching;

/// <summary>A figure of a roll-up that is another than before.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
internal sealed record FigureChange(string Label, string Before, string After)
{
    public override string ToString() => $"{Label} {Before} → {After}";
}
