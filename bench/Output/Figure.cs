namespace Aggregation.Bench.Output;

/// <summary>One measured figure.</summary>
/// <param name="Section">The section it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal sealed record Figure(string Section, string Name, double Value, string Unit)
{
    /// <summary>The value in terms of another of the same run, such as 52 % of the raw append rate; null where there is none.</summary>
    public string? Ratio { get; init; }

    /// <summary>What it is held against; null where nothing is promised.</summary>
    public Bar? Bar { get; init; }

    /// <summary>What else was seen: processor time, spread.</summary>
    public string? Note { get; init; }
}
