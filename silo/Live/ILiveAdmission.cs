using Aggregation.Security;

namespace Aggregation.Live;

/// <summary>Says whether a viewer who was let in may stay; asked at every heartbeat of the connection.</summary>
public interface ILiveAdmission
{
    /// <summary>True while the caller's key is neither revoked nor expired, or none was needed. Costs nothing to ask.</summary>
    bool MayStay(Caller caller);
}
