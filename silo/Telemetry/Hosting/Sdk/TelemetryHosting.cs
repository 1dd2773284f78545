using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregation.Telemetry;

/// <summary>Starts and ends telemetry with OpenTelemetry's SDK alone (<c>TelemetryHosting=Sdk</c>).</summary>
internal static class TelemetryHosting
{
    /// <summary>Adds telemetry to a host; nothing where nothing is exported.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (!settings.IsOn)
            return services;
        services.AddSingleton(settings);
        services.AddSingleton<TelemetrySdk>();
        services.AddHostedService<TelemetrySdk>(static provider => provider.GetRequiredService<TelemetrySdk>());
        services.AddSingleton<ILoggerProvider>(static provider => provider.GetRequiredService<TelemetrySdk>());
        return services;
    }
}
