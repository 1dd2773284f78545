using System;

namespace Aggregation.Client;

/// <summary>How an <see cref="AggregationClient"/> reaches its silo.</summary>
public sealed class AggregationClientOptions
{
    /// <summary>Where the silo listens, without <c>/api/v1</c>.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:8080");

    /// <summary>The API key; null for reads that need none.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// The language of problems, as in <c>Accept-Language</c>: <c>vi</c> or <c>en</c>; null leaves it to the silo, which takes Vietnamese.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>The list of units that reads speak of, such as <c>2023</c>; null for the one that takes reports.</summary>
    public string? Edition { get; set; }

    /// <summary>How long one try may take. A live stream has no such end.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>When a call is tried again.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>The clock of waits and of the end of one try; another one for tests.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
