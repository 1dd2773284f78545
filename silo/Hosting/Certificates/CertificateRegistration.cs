using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo.Hosting.Certificates;

/// <summary>Registers certificates that are read again.</summary>
internal static class CertificateRegistration
{
    /// <summary>Adds one, and sees to it that somebody looks at its files.</summary>
    public static IServiceCollection AddCertificate<TCertificate>(
        this IServiceCollection services,
        Func<IServiceProvider, TCertificate> make)
        where TCertificate : CertificateReloader
    {
        services.AddSingleton(make);
        services.AddSingleton<CertificateReloader>(static provider => provider.GetRequiredService<TCertificate>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CertificateReloading>());
        return services;
    }
}
