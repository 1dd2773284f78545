using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.RollUps;

/// <summary>What roll-ups are made of.</summary>
public static class RollUpServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddRollUps(this IServiceCollection services)
    {
        services.AddSingleton<RollUpMapping>();
        services.AddSingleton<RollUpFrames>();
        services.AddSingleton<UnitCalls>();
        services.AddSingleton<LiveRollUps>();
        services.AddSingleton<FoldLimit>();
        services.AddSingleton<HistoricalRollUps>();
        return services;
    }
}
