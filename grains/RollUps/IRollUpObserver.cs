using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Grains.RollUps;

/// <summary>Told of a unit's new roll-ups. Best effort: subscribe again from time to time, and read after subscribing.</summary>
[GrainInterfaceType("Aggregation.RollUps.IRollUpObserver"), Alias("roll-up-observer")]
public interface IRollUpObserver : IGrainObserver
{
    /// <summary>A roll-up newer than any before it.</summary>
    [Alias("changed")]
    Task OnRollUpChanged(RollUp rollUp);
}
