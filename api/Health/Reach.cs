using System;
using System.Threading;

namespace Aggregation.Api.Health;

/// <summary>
/// What this silo reaches of its cluster, as it last found out. A silo by itself reaches all there is. Safe for concurrent use.
/// </summary>
/// <param name="time">Measures how long ago that was.</param>
public sealed class Reach(TimeProvider time)
{
    /// <summary>How long what was found out of the database is worth telling: less than others wait before they rely on it.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(4.5);

    private volatile bool isInStep = true;
    private Sighting? database;
    private Sighting? missing;

    /// <summary>
    /// How long some member has not answered this silo: so far what it holds may be behind what that one has acknowledged, and is marked.
    /// Null while all answer.
    /// </summary>
    public TimeSpan? CutOffFor => Volatile.Read(ref missing) is { } seen ? time.GetElapsedTime(seen.At) : null;

    /// <summary>True when the database answered this silo a moment ago; never true of a silo that has ceased to ask it.</summary>
    public bool HasDatabase => Volatile.Read(ref database) is { IsThere: true } seen && time.GetElapsedTime(seen.At) < Freshness;

    /// <summary>True while this machine's clock is near the database's.</summary>
    public bool IsInStep
    {
        get => isInStep;
        internal set => isInStep = value;
    }

    /// <summary>Notes whether the database has answered.</summary>
    internal void SeeDatabase(bool isThere) => Volatile.Write(ref database, new Sighting(isThere, time.GetTimestamp()));

    /// <summary>Notes whether every member has answered.</summary>
    internal void SeeMembers(bool areAllThere)
    {
        if (areAllThere)
            Volatile.Write(ref missing, null);
        else if (CutOffFor is null)
            Volatile.Write(ref missing, new Sighting(false, time.GetTimestamp()));
    }

    private sealed record Sighting(bool IsThere, long At);
}
