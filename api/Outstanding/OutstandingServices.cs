using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Outstanding;

/// <summary>What finds the units that are left.</summary>
public static class OutstandingServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddOutstanding(this IServiceCollection services)
    {
        services.AddSingleton<OutstandingStatuses>();
        services.AddSingleton<OutstandingReports>();
        return services;
    }
}
