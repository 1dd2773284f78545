using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api.Verification;

/// <summary>What compares live totals and seals with the ledger.</summary>
public static class VerificationServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<ChainVerification>();
        services.AddSingleton<LastVerifications>();
        return services;
    }
}
