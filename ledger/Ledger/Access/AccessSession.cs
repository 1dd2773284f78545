using System;

namespace Aggregation.Ledger.Access;

/// <summary>A browser's session: a random token, known only by its hash, that stands for a key.</summary>
/// <param name="TokenHash">SHA-256 of the cookie's value.</param>
/// <param name="KeyId">The key it stands for; a revoked or expired key ends it.</param>
/// <param name="ExpiresAt">When it ends by itself, UTC.</param>
public sealed record AccessSession(byte[] TokenHash, string KeyId, DateTimeOffset ExpiresAt);
