using System.Reflection;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Aggregation.Telemetry;

/// <summary>What is exported and how, whoever starts and ends it.</summary>
internal static class TelemetryPipeline
{
    /// <summary>The meters: the system's own, the engine's, and those of the frameworks under it.</summary>
    private static readonly string[] Meters =
    [
        Instrumentation.Name,
        "Aggregation.Embedded",
        "Microsoft.Orleans*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
        "Npgsql",
    ];

    // Of Orleans only calls of grains: its runtime's own would begin traces of nothing.
    private static readonly string[] Sources = [Instrumentation.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.Application"];

    /// <summary>Sets up a pipeline.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="settings">What is exported; at least one signal.</param>
    public static void Configure(IOpenTelemetryBuilder builder, TelemetrySettings settings)
    {
        // The operator's attributes come last, and so stand.
        builder.ConfigureResource(resource => resource
            .Clear()
            .AddTelemetrySdk()
            .AddService("aggregation", serviceVersion: Version)
            .AddEnvironmentVariableDetector());
        if (settings.Metrics)
            builder.WithMetrics(metrics => Configure(metrics, settings.Variables));
        if (settings.Traces)
            builder.WithTracing(traces => traces.AddSource(Sources).SetSampler(TraceSampling.Read(settings.Variables)));
        if (settings.Logs)
            builder.WithLogging(configureBuilder: null, static options => options.IncludeFormattedMessage = true);
        builder.UseOtlpExporter();
    }

    /// <summary>The version that was built.</summary>
    public static string Version { get; } =
        typeof(TelemetryPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static void Configure(MeterProviderBuilder metrics, IConfiguration configuration)
    {
        // Two measurements a request, of what the reports that wait say better.
        metrics.AddMeter(Meters).AddView("http.server.active_requests", MetricStreamConfiguration.Drop);
        if (OtelVariables.Read(configuration, "OTEL_METRICS_EXEMPLAR_FILTER") is null)
            metrics.SetExemplarFilter(ExemplarFilterType.TraceBased);
    }
}
