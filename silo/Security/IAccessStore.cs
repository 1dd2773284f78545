using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Security;

/// <summary>Where keys and sessions are kept, beside the ledger's rows.</summary>
public interface IAccessStore
{
    /// <summary>Every key ever made, revoked ones included.</summary>
    Task<ImmutableArray<AccessKey>> LoadKeysAsync(CancellationToken cancellationToken);

    /// <summary>Stores a new key.</summary>
    Task AddKeyAsync(AccessKey key, CancellationToken cancellationToken);

    /// <summary>Marks a key as revoked; a key revoked before keeps its first instant.</summary>
    Task RevokeKeyAsync(string id, DateTimeOffset revokedAt, CancellationToken cancellationToken);

    /// <summary>The sessions that have not ended by <paramref name="now"/>; forgets the others.</summary>
    Task<ImmutableArray<AccessSession>> LoadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Stores a new session.</summary>
    Task AddSessionAsync(AccessSession session, CancellationToken cancellationToken);

    /// <summary>Forgets a session.</summary>
    Task RemoveSessionAsync(byte[] tokenHash, CancellationToken cancellationToken);
}
