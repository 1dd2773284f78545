using Aggregation.Api.Live;
using Aggregation.Api.Outstanding;
using Aggregation.Api.RollUps;
using Aggregation.Api.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Http;

/// <summary>What the reading calls are made of.</summary>
public static class ReadServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<Simulation>();
        services.AddSingleton<RollUpMapping>();
        services.AddSingleton<RollUpFrames>();
        services.AddSingleton<UnitCalls>();
        services.AddSingleton<LiveRollUps>();
        services.AddSingleton<FoldLimit>();
        services.AddSingleton<HistoricalRollUps>();
        services.AddSingleton<OutstandingStatuses>();
        services.AddSingleton<OutstandingReports>();

        services.AddSingleton<LiveHub>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveHub>());
        services.AddHostedService<LiveWithdrawals>();
        return services;
    }
}
