using System;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Ledger;

/// <summary>Registers the ledger in whichever store.</summary>
public static class LedgerRegistration
{
    /// <summary>Registers the ledger that the options name, and everything that is kept beside it.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services, LedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options.Heads);
        services.AddSingleton<HeadsKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<HeadsKeeper>());
        return options switch
        {
            SqliteLedgerOptions sqlite => services.AddSqliteLedger(sqlite),
            PostgresLedgerOptions postgres => services.AddPostgresLedger(postgres),
            _ => throw new ArgumentException($"There is no ledger for {options}.", nameof(options)),
        };
    }
}
