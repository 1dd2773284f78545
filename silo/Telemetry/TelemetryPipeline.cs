using System.Reflection;
using Aggregation.Ledger.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Aggregation.Silo.Telemetry;

/// <summary>What is exported and how.</summary>
internal static class TelemetryPipeline
{
    // Of Orleans only calls of grains: its runtime's own would begin traces of nothing.
    private static readonly string[] Sources = [Instrumentation.Name, "Microsoft.Orleans.Application"];

    /// <summary>Has the host start and end telemetry; nothing where nothing is exported.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="settings">What is exported.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (!settings.IsOn)
            return services;
        var builder = services.AddOpenTelemetry();
        // The operator's attributes come last, and so stand.
        builder.ConfigureResource(resource => resource
            .Clear()
            .AddTelemetrySdk()
            .AddService("aggregation", serviceVersion: Version)
            .AddEnvironmentVariableDetector());
        if (settings.Metrics)
            builder.WithMetrics(metrics => Configure(metrics, settings.Variables));
        if (settings.Traces)
            builder.WithTracing(traces => traces.AddAspNetCoreInstrumentation()
                .AddSource(Sources)
                .SetSampler(TraceSampling.Read(settings.Variables)));
        if (settings.Logs)
            builder.WithLogging(configureBuilder: null, static options => options.IncludeFormattedMessage = true);
        builder.UseOtlpExporter();
        return services;
    }

    /// <summary>What runs the grains, where an operator reads it.</summary>
    public const string Engine = "Microsoft Orleans";

    /// <summary>The version that was built.</summary>
    public static string Version { get; } =
        typeof(TelemetryPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static void Configure(MeterProviderBuilder metrics, IConfiguration configuration)
    {
        // Two measurements a request and more, of what the reports that wait, and the problems answered, say better.
        metrics.AddMeter(Instrumentation.Name, "Microsoft.Orleans*")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddView("http.server.active_requests", MetricStreamConfiguration.Drop)
            .AddView("aspnetcore.auth*", MetricStreamConfiguration.Drop);
        if (OtelVariables.Read(configuration, "OTEL_METRICS_EXEMPLAR_FILTER") is null)
            metrics.SetExemplarFilter(ExemplarFilterType.TraceBased);
    }
}
