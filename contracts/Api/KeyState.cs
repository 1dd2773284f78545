namespace Aggregation.Contracts;

/// <summary>How a key stands, as <c>GET /keys</c> says it.</summary>
public static class KeyState
{
    /// <summary>It may be used.</summary>
    public const string Good = "good";

    /// <summary>It may be used, and its last day is at most 30 days away.</summary>
    public const string Expiring = "expiring";

    /// <summary>Its last day is over.</summary>
    public const string Expired = "expired";

    /// <summary>It was revoked.</summary>
    public const string Revoked = "revoked";
}
