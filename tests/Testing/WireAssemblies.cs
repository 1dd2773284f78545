using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Aggregation.Domain.Reports;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;

namespace Aggregation.Testing;

/// <summary>The projects whose types silos tell each other.</summary>
public static class WireAssemblies
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
        [.. new[] { typeof(Report), typeof(ILedger), typeof(UnitGrain) }.Select(type => type.Assembly)];
}
