namespace Aggregation.Embedded.Activations;

/// <summary>Where an activation is in its life.</summary>
internal enum ActivationState : byte
{
    /// <summary>Nothing has run yet.</summary>
    New,

    /// <summary>The constructor, the reading of states or OnActivateAsync runs; calls wait.</summary>
    Activating,

    /// <summary>Calls run.</summary>
    Valid,

    /// <summary>What runs comes to its end, then OnDeactivateAsync runs; calls wait for the next activation.</summary>
    Deactivating,

    /// <summary>Over; calls belong to the next activation.</summary>
    Ended,
}
