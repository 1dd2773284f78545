using System;
using Aggregation.Silo.Hosting.Certificates;
using Aggregation.Silo.Hosting.Https;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aggregation.Silo.Hosting;

/// <summary>How the silo listens.</summary>
public static class HttpServices
{
    /// <summary>Adds limits of connections, the certificate, and the proxies that are believed.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, SiloSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.Configure<ForwardedHeadersOptions>(options => ProxySettings.Configure(options, settings.KnownProxies, settings.ProxyHops));
        if (settings.Https is not { } https)
            return services;
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, HttpsListening>();
        services.AddCertificate(provider => ActivatorUtilities.CreateInstance<HttpsCertificate>(provider, https));
        return services;
    }
}
