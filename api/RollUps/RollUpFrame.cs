using System;
using System.Text;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;

namespace Aggregation.Api.RollUps;

/// <summary>A roll-up as the bytes of a Server-Sent Event; the JSON within it also answers a plain read. Shared by all who ask.</summary>
public sealed class RollUpFrame
{
    private readonly byte[] bytes;
    private readonly int start;

    /// <summary>Frames a roll-up.</summary>
    /// <param name="edition">The edition that gave names and denominators.</param>
    /// <param name="simulated">What the JSON says of simulation.</param>
    /// <param name="version">How new the figures are.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="json">The roll-up, in one line.</param>
    public RollUpFrame(Edition edition, bool simulated, RollUpVersion version, string id, ReadOnlySpan<byte> json)
    {
        Edition = edition;
        Simulated = simulated;
        Version = version;
        var head = Encoding.UTF8.GetBytes($"event: rollup\nid: {id}\ndata: ");
        bytes = [.. head, .. json, (byte)'\n', (byte)'\n'];
        start = head.Length;
    }

    /// <summary>The edition that gave names and denominators.</summary>
    public Edition Edition { get; }

    /// <summary>What the JSON says of simulation.</summary>
    public bool Simulated { get; }

    /// <summary>True when the JSON says that the figures may be behind what silos have acknowledged that this one does not reach.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>How new the figures are.</summary>
    public RollUpVersion Version { get; }

    /// <summary>True when it is to be shown in the place of the other: it is newer, or the same with another mark.</summary>
    public bool Supersedes(RollUpFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Version.Supersedes(other.Version) || (IsCutOff != other.IsCutOff && Version == other.Version);
    }

    /// <summary>The whole event, with the empty line that ends it.</summary>
    public ReadOnlyMemory<byte> Event => bytes;

    /// <summary>The roll-up alone.</summary>
    public ReadOnlyMemory<byte> Json => bytes.AsMemory(start, bytes.Length - start - 2);
}
