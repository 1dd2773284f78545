using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Access;

/// <summary>Where keys and sessions are kept, beside the ledger's rows.</summary>
public interface IAccessStore
{
    /// <summary>Every key ever made, revoked ones included.</summary>
    Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken);

    /// <summary>The key of that id, revoked or not; null when there is none.</summary>
    Task<AccessKey?> FindKeyAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stores a new key.</summary>
    Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken);

    /// <summary>Marks a key as revoked; a key revoked before keeps its first instant.</summary>
    Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken);

    /// <summary>Stores a key that takes another one's place and has the other one end: both or neither.</summary>
    /// <param name="id">The other one.</param>
    /// <param name="expiresOn">Its last day from now on.</param>
    /// <param name="successor">The new key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False, and nothing is stored, when the other one was revoked or replaced before.</returns>
    Task<bool> ReplaceKeyAsync(string id, DateOnly expiresOn, AccessKey successor, CancellationToken cancellationToken);

    /// <summary>Notes when keys were last used; what is earlier than what is stored changes nothing.</summary>
    Task RecordUsesAsync(IReadOnlyCollection<KeyUse> uses, CancellationToken cancellationToken);

    /// <summary>The sessions that have not ended by <paramref name="now"/>; forgets the others.</summary>
    Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The session of that token, ended or not; null when there is none.</summary>
    Task<AccessSession?> FindSessionAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>Stores a new session, and ends the oldest of its key where there are too many.</summary>
    /// <param name="session">The session.</param>
    /// <param name="most">How many sessions a key may have.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hashes of the sessions that were ended.</returns>
    Task<ImmutableArray<byte[]>> AddSessionAsync(AccessSession session, int most, CancellationToken cancellationToken);

    /// <summary>Forgets a session.</summary>
    Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken);
}
