using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Aggregation.Ledger.Telemetry;

/// <summary>What the whole system measures and traces with. Without a listener an instrument costs a comparison.</summary>
public static class Instrumentation
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Aggregation";

    /// <summary>The meter of all that is counted over the life of the process.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The source of spans.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
