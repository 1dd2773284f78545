using System;

namespace Aggregation.Client;

/// <summary>No answer came: no connection, a connection that broke, or silence.</summary>
/// <param name="url">Where the silo was looked for.</param>
/// <param name="inner">What happened.</param>
public sealed class AggregationUnreachableException(Uri url, Exception inner)
    : Exception($"No answer from {url}: {inner?.Message}", inner)
{
    /// <summary>Where the silo was looked for.</summary>
    public Uri Url => url;
}
