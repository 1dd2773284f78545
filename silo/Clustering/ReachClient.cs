using System;
using System.Threading.Tasks;
using Orleans.Runtime;
using Orleans.Runtime.Services;

namespace Aggregation.Silo.Clustering;

/// <summary>Asks other silos.</summary>
/// <param name="services">Orleans' services.</param>
internal sealed class ReachClient(IServiceProvider services) : GrainServiceClient<IReachService>(services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What a silo says of itself; null when it does not answer.</summary>
    public async Task<Testimony?> AskAsync(SiloAddress silo)
    {
        try
        {
            return await GetGrainService(silo).Testify().WaitAsync(Patience);
        }
        catch (Exception)
        {
            // Whatever it was, it is no answer.
            return null;
        }
    }

    /// <summary>Has a silo declare this one dead; false when it did not answer.</summary>
    public async Task<bool> TryBeDeclaredDeadAsync(SiloAddress by, SiloAddress self)
    {
        try
        {
            await GetGrainService(by).DeclareDead(self).WaitAsync(Patience);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
