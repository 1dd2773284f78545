using System;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Silo.Hosting;

/// <summary>Registers the ledger in whichever store.</summary>
public static class LedgerRegistration
{
    /// <summary>Reads the two settings.</summary>
    /// <param name="provider"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="connectionString"><c>ConnectionStrings:Ledger</c>.</param>
    /// <exception cref="LedgerStartException">The provider is unknown, or the connection string not one of its own.</exception>
    public static LedgerOptions Parse(string provider, string? connectionString) => provider switch
    {
        "sqlite" => SqliteLedgerOptions.Parse(connectionString),
        "postgres" => PostgresLedgerOptions.Parse(connectionString),
        _ => throw new LedgerStartException($"Ledger:Provider is '{provider}'; it must be 'sqlite' or 'postgres'."),
    };

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
