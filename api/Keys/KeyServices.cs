using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Keys;

/// <summary>What makes the first key.</summary>
public static class KeyServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<AdminKey>();
        return services;
    }
}
