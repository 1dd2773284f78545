using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Audit;

/// <summary>What records changes of settings.</summary>
public static class AuditServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SettingChanges>();
        return services;
    }
}
