using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>What this program itself writes into the cluster's table.</summary>
internal static class MembershipTableEdits
{
    /// <summary>Declares an active silo dead.</summary>
    /// <param name="table">The table.</param>
    /// <param name="address">The silo.</param>
    /// <param name="lastSign">The sign of life after which it must not have given another one; null for any.</param>
    /// <returns>False when it is not active, has given another sign of life, or somebody else has changed the table meanwhile.</returns>
    public static async Task<bool> TryDeclareDeadAsync(this IMembershipTable table, SiloAddress address, DateTime? lastSign = null)
    {
        var now = await table.ReadAllAsync(CancellationToken.None);
        if (now.Members.FirstOrDefault(member => member.Item1.SiloAddress.Equals(
            address)) is not ({ Status: SiloStatus.Active } silo, var etag) || (lastSign ?? silo.IAmAliveTime) != silo.IAmAliveTime)
        {
            return false;
        }

        silo.Status = SiloStatus.Dead;
        return await table.UpdateRowAsync(silo, etag, now.Version.Next(), CancellationToken.None);
    }
}
