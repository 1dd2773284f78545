using Aggregation.Api.Audit;
using Aggregation.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Access;

/// <summary>Registers what keys and sessions need.</summary>
public static class SecurityServices
{
    /// <summary>Adds the directory of keys, the sessions and the first key.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<AccessSessions>();
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<AccessKeys>());
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<AccessSessions>());
        services.AddSingleton<AdminKey>();
        services.AddSingleton<PublicReads>();
        services.AddSingleton<DoorActs>();
        services.AddSingleton<SettingChanges>();
        services.AddSingleton<WrongKeyLimit>();
        services.AddSingleton<ViewerLimit>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        return services;
    }
}
