using System;
using Aggregation.Ledger;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Telemetry;

/// <summary>What is exported, by the standard <c>OTEL_*</c> variables. Without an endpoint nothing is.</summary>
public sealed record TelemetrySettings
{
    /// <summary>True when spans are exported.</summary>
    public bool Traces { get; private init; }

    /// <summary>True when metrics are exported.</summary>
    public bool Metrics { get; private init; }

    /// <summary>True when the log is exported, beside the console.</summary>
    public bool Logs { get; private init; }

    /// <summary>True when anything is exported.</summary>
    public bool IsOn => Traces || Metrics || Logs;

    /// <summary>Where the SDK reads the other variables, which have been checked.</summary>
    internal IConfiguration Variables { get; private init; } = new ConfigurationBuilder().Build();

    /// <summary>Reads and checks the variables.</summary>
    /// <exception cref="StartUpException">One is wrong; the sentence names it, its value and what would be right.</exception>
    public static TelemetrySettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        OtelVariables.Check(configuration);
        if (string.Equals(OtelVariables.Read(configuration, "OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return new TelemetrySettings();
        return new TelemetrySettings
        {
            Variables = configuration,
            Traces = IsExported(configuration, "TRACES"),
            Metrics = IsExported(configuration, "METRICS"),
            Logs = IsExported(configuration, "LOGS"),
        };
    }

    private static bool IsExported(IConfiguration configuration, string signal) =>
        !string.Equals(OtelVariables.Read(configuration, $"OTEL_{signal}_EXPORTER"), "none", StringComparison.OrdinalIgnoreCase)
        && (OtelVariables.Read(configuration, OtelVariables.ExporterName("ENDPOINT"))
            ?? OtelVariables.Read(configuration, OtelVariables.ExporterName("ENDPOINT", signal))) is not null;
}
