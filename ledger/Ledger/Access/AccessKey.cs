using System;

namespace Aggregation.Ledger.Access;

/// <summary>An API key as it is stored: never the secret itself, only its salted hash.</summary>
public sealed record AccessKey
{
    /// <summary>The key's public name; the ledger's <c>reporter</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Random bytes hashed before the secret.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>SHA-256 of salt and secret. The secret has 256 random bits, so a slow hash would add nothing.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The edition whose unit the key is for.</summary>
    public required string Edition { get; init; }

    /// <summary>The unit at the top of the key's subtree.</summary>
    public required string Unit { get; init; }

    /// <summary>What it may do there.</summary>
    public required AccessRole Role { get; init; }

    /// <summary>What it is for, in its maker's words; never a person's name.</summary>
    public string? Note { get; init; }

    /// <summary>The last day (Asia/Ho_Chi_Minh) it is good for; null for no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, UTC; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The id of the key that took its place; null while none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The id of the key that made it; null where the silo did, or nobody noted it.</summary>
    public string? MadeBy { get; init; }

    /// <summary>When it was last used as far as the store knew, UTC, to the minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
