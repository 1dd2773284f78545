using System.Collections.Generic;

namespace Aggregation.Domain.Reports;

/// <summary>A model of a report, well formed but not yet validated.</summary>
public sealed class ModelInput
{
    /// <summary>The name; null when none was sent.</summary>
    public string? Name { get; set; }

    /// <summary>The kinds, in the sender's order.</summary>
    public IReadOnlyList<string> Kinds { get; set; } = [];

    /// <summary>The sites; null when none were sent.</summary>
    public WholeNumber? Sites { get; set; }

    /// <summary>The groups; null when none were sent, which means 0.</summary>
    public WholeNumber? Groups { get; set; }
}
