using System;
using Aggregation.Domain.Units;
using Orleans;

namespace Aggregation.Grains.RollUps;

/// <summary>The edition is not loaded or has no such unit.</summary>
[GenerateSerializer, Alias("unknown-unit")]
public sealed class UnknownUnitException : Exception
{
    /// <summary>Names the unit.</summary>
    public UnknownUnitException(UnitKey key)
        : base($"Edition {key.Edition} has no unit {key.Code}.")
    {
    }
}
