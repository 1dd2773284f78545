using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Health;

/// <summary>What knows how the silo is.</summary>
public static class HealthServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddSingleton<Reach>();
        services.AddSingleton<LedgerClock>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerClock>());
        services.AddHostedService<GrainProbe>();
        return services;
    }
}
