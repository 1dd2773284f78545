using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Telemetry;

/// <summary>Has the host start and end telemetry (<c>TelemetryHosting=Extensions</c>).</summary>
internal static class TelemetryHosting
{
    /// <summary>Adds telemetry to a host; nothing where nothing is exported.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (settings.IsOn)
            TelemetryPipeline.Configure(services.AddOpenTelemetry(), settings);
        return services;
    }
}
