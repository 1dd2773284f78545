using System;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Access;

/// <summary>What finds out who asks, and how much.</summary>
public static class AccessServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        // Of AddAuthentication everything but data protection, whose keys nothing here needs.
        services.AddWebEncoders();
        services.AddTransient<KeyAuthenticationHandler>();
        services.AddOptions<AuthenticationSchemeOptions>(KeyAuthenticationHandler.SchemeName)
            .Configure<TimeProvider>((options, time) => options.TimeProvider = time);
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = KeyAuthenticationHandler.SchemeName;
            options.AddScheme<KeyAuthenticationHandler>(KeyAuthenticationHandler.SchemeName, displayName: null);
        });
        services.AddAuthorization(AccessPolicy.AddTo);
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<AccessSessions>();
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<AccessKeys>());
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<AccessSessions>());
        services.AddSingleton<PublicReads>();
        services.AddSingleton<DoorActs>();
        services.AddSingleton<WrongKeyLimit>();
        services.AddSingleton<ViewerLimit>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        return services;
    }
}
