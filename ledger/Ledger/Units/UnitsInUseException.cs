using System;
using Orleans;

namespace Aggregation.Ledger.Units;

/// <summary>Units that an import would remove have reports in the ledger.</summary>
[GenerateSerializer, Alias("units-in-use")]
public sealed class UnitsInUseException : Exception
{
    /// <summary>Names the edition.</summary>
    public UnitsInUseException(string edition)
        : base($"Reports were recorded for units of edition {edition} that the list would remove.")
    {
    }
}
