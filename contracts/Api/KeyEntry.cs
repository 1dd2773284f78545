using System;

namespace Aggregation.Contracts;

/// <summary>A key as <c>GET /keys</c> lists it, without the key itself.</summary>
public sealed record KeyEntry
{
    /// <summary>The key's public name.</summary>
    public required string Id { get; init; }

    /// <summary>The edition whose unit the key is for.</summary>
    public required string Edition { get; init; }

    /// <summary>The unit at the top of the key's subtree.</summary>
    public required string Unit { get; init; }

    /// <summary><c>reporter</c>, <c>viewer</c> or <c>admin</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What it is for.</summary>
    public string? Note { get; init; }

    /// <summary>The last day it is good for; null for no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, UTC; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>How it stands today: one of <see cref="KeyState"/>.</summary>
    public required string State { get; init; }

    /// <summary>The id of the key that took its place; null while none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The id of the key that made it; null where the silo did, or nobody noted it.</summary>
    public string? MadeBy { get; init; }

    /// <summary>When it was last used, UTC, to the minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
