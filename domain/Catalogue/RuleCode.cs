using System.Collections.Immutable;

namespace Aggregation.Domain.Catalogue;

/// <summary>
/// The codes of the rules that find a report unusual: part of the API, never renamed. Each has a sentence in every language.
/// </summary>
public static class RuleCode
{
    /// <summary>A count of more than N times the last value. Arguments: the value, the last value, N.</summary>
    public const string Jump = "jump";

    /// <summary>A count of more than is usual for a unit of that level by itself. Arguments: the value, the most that is usual.</summary>
    public const string Ceiling = "ceiling";

    /// <summary>
    /// A count equal to the total of what lies below the unit, which smells of double counting. Arguments: the value, the unit.
    /// </summary>
    public const string SameAsBelow = "same-as-below";

    /// <summary>A status back from its complete state to its first. Arguments: the state, the state before.</summary>
    public const string Reversal = "reversal";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [Jump, Ceiling, SameAsBelow, Reversal];
}
