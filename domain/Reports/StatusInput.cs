namespace Aggregation.Domain.Reports;

/// <summary>A state under a name, well formed but not yet validated.</summary>
/// <param name="Name">The name as it was sent.</param>
/// <param name="State">The state as it was sent.</param>
public readonly record struct StatusInput(string Name, string State);
