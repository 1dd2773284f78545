namespace Aggregation.Client;

/// <summary>Which units <see cref="AggregationClient.GetUnitsAsync"/> lists; all of them unless said otherwise.</summary>
public sealed record UnitQuery
{
    /// <summary>Those directly below this unit.</summary>
    public string? Parent { get; init; }

    /// <summary>Those of this level.</summary>
    public string? Level { get; init; }

    /// <summary>Those whose name holds this, with or without accents.</summary>
    public string? Text { get; init; }
}
