using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Reading;

/// <summary>What every reading call needs.</summary>
public static class ReadServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<Simulation>();
        return services;
    }
}
