namespace Aggregation.Api.Keys;

/// <summary>The body of <c>POST /keys</c>: of the right shape, but not yet validated.</summary>
internal sealed class KeyInput
{
    /// <summary>The unit's code; null when none was sent.</summary>
    public string? Unit { get; set; }

    /// <summary>The role's name; null when none was sent.</summary>
    public string? Role { get; set; }

    /// <summary>The note; null when none was sent.</summary>
    public string? Note { get; set; }

    /// <summary>The last day, as text; null for no end.</summary>
    public string? ExpiresOn { get; set; }
}
