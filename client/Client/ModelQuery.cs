using Aggregation.Contracts;
namespace Aggregation.Client;

/// <summary>Which models <see cref="AggregationClient.GetModelsAsync"/> lists.</summary>
public sealed record ModelQuery
{
    /// <summary>Part of the name, with or without accents.</summary>
    public string? Text { get; init; }

    /// <summary>A kind, such as <c>self-protection</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>As of when.</summary>
    public FigureDates Dates { get; init; }
}
