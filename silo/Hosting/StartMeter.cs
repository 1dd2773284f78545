using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Aggregation.Ledger.Telemetry;

namespace Aggregation.Silo.Hosting;

/// <summary>How long the silo took to be ready.</summary>
internal static class StartMeter
{
    private static readonly Gauge<double> Duration =
        Instrumentation.Meter.CreateGauge<double>(
            "aggregation.start.duration",
            "s",
            "Time from the start of the process until the national total was warm.");

    /// <summary>The national total is warm.</summary>
    public static void Ready()
    {
        using var process = Process.GetCurrentProcess();
        Duration.Record((DateTime.Now - process.StartTime).TotalSeconds);
    }
}
