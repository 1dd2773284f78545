using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Silo.Clustering;

/// <summary>Who belongs to the system.</summary>
internal interface IMembership
{
    /// <summary>Every silo that is known, dead ones of late included. May fail in whatever way the store of membership does.</summary>
    Task<ImmutableArray<SiloMember>> ReadAsync(CancellationToken cancellationToken);
}
