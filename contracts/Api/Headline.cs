namespace Aggregation.Contracts;

/// <summary>The figure that is read out: <c>62/63 kiện toàn</c>.</summary>
/// <param name="Indicator">The status.</param>
/// <param name="Level">The level of the units counted.</param>
/// <param name="Complete">How many of them are in the status' complete state.</param>
/// <param name="Total">How many units of the level there are below.</param>
/// <param name="Text"><c>{complete}/{total} {label}</c>, in Vietnamese.</param>
public sealed record Headline(string Indicator, string Level, long Complete, int Total, string Text);
