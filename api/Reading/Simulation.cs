using System;
using Aggregation.Domain.Units;
using Aggregation.Ledger;

namespace Aggregation.Api.Reading;

/// <summary>Says which answers may hold invented figures, so that none of them ever passes for a real one.</summary>
/// <param name="mark">The ledger's mark.</param>
public sealed class Simulation(IDemonstrationMark mark)
{
    /// <summary>True for every answer about an edition with simulated units, or from a ledger that ever was a demonstration.</summary>
    public bool Covers(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Simulated || mark.IsSet;
    }
}
