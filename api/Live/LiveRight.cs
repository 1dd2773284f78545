using System.Collections.Generic;
using System.Linq;
using Aggregation.Api.Access;
using Aggregation.Api.Reading;
using Aggregation.Domain.Units;

namespace Aggregation.Api.Live;

/// <summary>
/// The right by which a stream was opened: it ends with its key or session, and when a list of units moves a unit out of the key's subtree.
/// </summary>
internal sealed class LiveRight
{
    private readonly Caller caller;
    private readonly AccessKeys keys;
    private readonly AccessSessions sessions;
    private readonly UnitRegistry registry;
    private readonly string edition;
    private readonly string[] codes;

    /// <summary>Takes down by what right a request may look.</summary>
    /// <param name="request">The request.</param>
    /// <param name="indices">The units it looks at.</param>
    /// <param name="keys">Whether its key is good.</param>
    /// <param name="sessions">Whether its session is open.</param>
    /// <param name="registry">The lists of units.</param>
    public LiveRight(ReadRequest request, IEnumerable<int> indices, AccessKeys keys, AccessSessions sessions, UnitRegistry registry)
    {
        caller = request.Caller;
        this.keys = keys;
        this.sessions = sessions;
        this.registry = registry;
        edition = request.Edition.Name;
        codes = [.. indices.Select(index => request.Edition.Units[index].Code)];
    }

    /// <summary>True while the stream may go on.</summary>
    public bool Stands()
    {
        if (caller.Key is { } key && !keys.IsGood(key))
            return false;
        if (caller.Session is { } session && !sessions.IsOpen(session))
            return false;
        return registry.Find(edition) is not { } now
            || codes.All(code => now.IndexOf(code) is var index && (index < 0 || caller.MayRead(now, index)));
    }
}
