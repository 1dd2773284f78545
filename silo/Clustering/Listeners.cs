using System.Linq;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Silo.Clustering;

/// <summary>How a silo listens for others.</summary>
internal static class Listeners
{
    /// <summary>Puts another factory in the place of those that Orleans registers for its listeners.</summary>
    public static void ReplaceListeners<T>(this IServiceCollection services)
        where T : class, IConnectionListenerFactory
    {
        // Orleans keeps them under keys of its own.
        foreach (var listener in services.Where(service => service is { IsKeyedService: true }
            && service.ServiceType == typeof(IConnectionListenerFactory)).ToList())
        {
            services.Remove(listener);
            services.AddKeyedSingleton<IConnectionListenerFactory, T>(listener.ServiceKey);
        }
    }
}
