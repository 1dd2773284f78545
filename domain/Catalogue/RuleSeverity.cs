namespace Aggregation.Domain.Catalogue;

/// <summary>What becomes of a report that a rule finds unusual.</summary>
public enum RuleSeverity
{
    /// <summary>The rule is not applied.</summary>
    Off,

    /// <summary>It is recorded only when its sender confirms it.</summary>
    Warning,

    /// <summary>It is refused.</summary>
    Error,
}
