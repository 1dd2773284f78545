namespace Aggregation.Api.Http;

/// <summary>Where the API is.</summary>
public static class ApiPath
{
    /// <summary>The path under which every call but <c>/health</c> and <c>/openapi</c> lies.</summary>
    public const string Root = "/api/v1";
}
