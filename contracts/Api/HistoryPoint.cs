using System;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>
/// A figure as of one day: of a status <c>complete</c> and <c>total</c>; of a count <c>total</c>; of models the other three.
/// </summary>
public sealed record HistoryPoint
{
    /// <summary>The day (Asia/Ho_Chi_Minh).</summary>
    public required DateOnly On { get; init; }

    /// <summary>How many units are in the status' complete state.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Complete { get; init; }

    /// <summary>Of a status how many units there are; of a count the sum.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    /// <summary>How many names of models have a site.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Distinct { get; init; }

    /// <summary>Places where a model is applied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Sites { get; init; }

    /// <summary>Teams that run a model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Groups { get; init; }
}
