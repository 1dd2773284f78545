using System;
using Orleans;

namespace Aggregation.Ledger.Units;

/// <summary>An edition was changed by somebody else between reading and writing it.</summary>
[GenerateSerializer, Alias("stale-edition")]
public sealed class StaleEditionException : Exception
{
    /// <summary>Names the edition and the two generations.</summary>
    public StaleEditionException(string edition, int expected, int stored)
        : base($"Edition {edition} is at generation {stored}, not {expected}: another import came first.")
    {
    }
}
