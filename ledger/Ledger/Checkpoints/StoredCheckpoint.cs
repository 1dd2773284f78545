using Orleans;

namespace Aggregation.Ledger.Checkpoints;

/// <summary>What a parent's grain state is: its checkpoint, in bytes of its own, so that no serialiser matters.</summary>
[GenerateSerializer, Alias("checkpoint")]
public sealed class StoredCheckpoint
{
    /// <summary>The name of the provider of grain storage that keeps checkpoints.</summary>
    public const string StorageName = "checkpoints";

    /// <summary>The bytes; none where nothing is stored, and while nobody needs them.</summary>
    [Id(0)]
#pragma warning disable CA1819 // The bytes go to the store and come from there whole, and nobody changes them.
    public byte[] Content { get; set; } = [];
#pragma warning restore CA1819
}
