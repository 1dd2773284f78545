namespace Aggregation.Domain.Reports;

/// <summary>A number under a name, well formed but not yet validated.</summary>
/// <param name="Name">The name as it was sent.</param>
/// <param name="Value">The number as it was sent.</param>
public readonly record struct CountInput(string Name, WholeNumber Value);
