using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Live;

/// <summary>What the live feed is made of.</summary>
public static class LiveServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveHub>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveHub>());
        services.AddHostedService<LiveWithdrawals>();
        return services;
    }
}
