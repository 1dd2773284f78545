using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Aggregation.Api;

/// <summary>What the API's description says of answers.</summary>
public static class Answers
{
    /// <summary>A 200 with a JSON body of that type.</summary>
    public static IProducesResponseTypeMetadata With<T>() => new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]);
}
