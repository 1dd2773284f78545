namespace Aggregation.Domain.Catalogue;

/// <summary>What a figure of an indicator is.</summary>
public enum IndicatorType
{
    /// <summary>A whole number that adds up over units.</summary>
    Count,

    /// <summary>One of a few states of the unit itself; a roll-up counts the units in each.</summary>
    Status,
}
