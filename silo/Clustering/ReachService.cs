using System.Threading.Tasks;
using Aggregation.Api.Health;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <inheritdoc cref="IReachService"/>
/// <param name="id">The service's id.</param>
/// <param name="silo">The silo.</param>
/// <param name="loggers">Makes loggers.</param>
/// <param name="reach">What this silo reaches.</param>
/// <param name="table">The cluster's table.</param>
internal sealed class ReachService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, Reach reach, IMembershipTable table)
    : GrainService(id, silo, loggers), IReachService
{
    /// <inheritdoc/>
    public Task<Testimony> Testify() => Task.FromResult(new Testimony(reach.HasDatabase, reach.IsInStep));

    /// <inheritdoc/>
    public Task DeclareDead(SiloAddress silo) => table.TryDeclareDeadAsync(silo);
}
