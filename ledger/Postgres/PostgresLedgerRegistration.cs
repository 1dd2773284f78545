using System;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Aggregation.Ledger.Postgres;

/// <summary>Registers the PostgreSQL ledger and everything that is kept beside it.</summary>
public static class PostgresLedgerRegistration
{
    /// <summary>
    /// Registers <see cref="ILedger"/>, <see cref="ILedgerQueries"/>, <see cref="IUnitStore"/>, <see cref="IAccessStore"/>,
    /// <see cref="IActStore"/> and <see cref="IDemonstrationMark"/>. The database is opened, and brought up to date with every
    /// <see cref="PostgresSchemaSet"/> registered, when the first of them is asked for; its connections are closed with the provider of
    /// services.
    /// </summary>
    /// <param name="services">The host's services; a <see cref="TimeProvider"/> among them is used.</param>
    /// <param name="options">Where it is.</param>
    public static IServiceCollection AddPostgresLedger(this IServiceCollection services, PostgresLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(PostgresSchemaSet.Ledger);
        services.AddSingleton(provider => PostgresDatabase.Open(
            options,
            provider.GetServices<PostgresSchemaSet>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PostgresDatabase>>()));
        services.AddSingleton<PostgresWriter>();
        services.AddSingleton<ILedgerStatus>(provider => provider.GetRequiredService<PostgresWriter>());
        services.AddSingleton<PostgresSettlement>();
        services.AddSingleton<PostgresLedger>();
        services.AddSingleton<ILedger>(provider => new TracedLedger(provider.GetRequiredService<PostgresLedger>(), "postgresql"));
        services.AddSingleton<ILedgerQueries, PostgresLedgerQueries>();
        services.AddSingleton<IUnitStore, PostgresUnitStore>();
        services.AddSingleton<IAccessStore, PostgresAccessStore>();
        services.AddSingleton<ISealedLedger, PostgresSealedLedger>();
        services.AddSingleton<IActStore, PostgresActStore>();
        services.AddSingleton<ISettingStore, PostgresSettingStore>();
        services.AddSingleton<ILedgerProbe, PostgresProbe>();
        services.AddSingleton<PostgresDemonstrationMark>();
        services.AddSingleton<IDemonstrationMark>(provider => provider.GetRequiredService<PostgresDemonstrationMark>());
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<PostgresDemonstrationMark>());
        services.AddHostedService<PostgresListener>();
        return services;
    }
}
