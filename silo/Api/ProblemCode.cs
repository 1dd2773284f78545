namespace Aggregation.Api;
/// <summary>stub</summary>
public static class ProblemCode
{
    /// <summary>stub</summary>
    public const string BadQuery = "bad-query";
    /// <summary>stub</summary>
    public const string Forbidden = "forbidden";
    /// <summary>stub</summary>
    public const string Unauthorized = "unauthorized";
}
