using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Services;

namespace Aggregation.Silo.Clustering;

/// <summary>What the silos of a cluster ask each other; that there is an answer is half of it.</summary>
[Alias("reach-service")]
internal interface IReachService : IGrainService
{
    /// <summary>Says what the silo reaches.</summary>
    [Alias("testify")]
    Task<Testimony> Testify();

    /// <summary>Declares a silo dead that has said that it goes and cannot write so itself.</summary>
    [Alias("declare-dead")]
    Task DeclareDead(SiloAddress silo);
}
