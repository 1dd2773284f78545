namespace Aggregation.Api.Access;

/// <summary>
/// Marks an endpoint whose answers last as long as somebody listens, so that they are not counted among the requests at work.
/// </summary>
public sealed class LongLivedMetadata
{
    private LongLivedMetadata()
    {
    }

    /// <summary>The mark.</summary>
    public static LongLivedMetadata Instance { get; } = new();
}
