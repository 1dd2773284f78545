using System;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans.Providers;
using Orleans.Runtime.Hosting;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Registers the SQLite ledger and everything that is kept beside it.</summary>
public static class SqliteLedgerRegistration
{
    /// <summary>
    /// Registers <see cref="ILedger"/>, <see cref="ILedgerQueries"/>, <see cref="IUnitStore"/>, <see cref="IAccessStore"/>,
    /// <see cref="IActStore"/>, <see cref="IDemonstrationMark"/> and the default grain storage. The file is opened when the first of them
    /// is asked for, and closed with the provider of services.
    /// </summary>
    /// <param name="services">The host's services; a <see cref="TimeProvider"/> among them is used.</param>
    /// <param name="connectionString"><c>ConnectionStrings:Ledger</c>: <c>Data Source=…</c>, or only the path.</param>
    /// <exception cref="LedgerStartException">It names no file.</exception>
    public static IServiceCollection AddSqliteLedger(this IServiceCollection services, string? connectionString) =>
        services.AddSqliteLedger(SqliteLedgerOptions.Parse(connectionString));

    /// <summary>Registers the SQLite ledger with options of its own.</summary>
    public static IServiceCollection AddSqliteLedger(this IServiceCollection services, SqliteLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => SqliteDatabase.Open(
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<SqliteDatabase>>()));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<ILedgerStatus>(provider => provider.GetRequiredService<SqliteWriter>());
        services.AddSingleton<SqliteReaders>();
        services.AddSingleton<SqliteLedger>();
        services.AddSingleton<ILedger>(provider => new TracedLedger(provider.GetRequiredService<SqliteLedger>(), "sqlite"));
        services.AddSingleton<ILedgerQueries, SqliteLedgerQueries>();
        services.AddSingleton<IUnitStore, SqliteUnitStore>();
        services.AddSingleton<IAccessStore, SqliteAccessStore>();
        services.AddSingleton<ISealedLedger, SqliteSealedLedger>();
        services.AddSingleton<IActStore, SqliteActStore>();
        services.AddSingleton<ISettingStore, SqliteSettingStore>();
        services.AddSingleton<ILedgerProbe, SqliteProbe>();
        services.AddSingleton<IDemonstrationMark, SqliteDemonstrationMark>();
        services.AddGrainStorage(
            ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
            static (provider, _) => ActivatorUtilities.CreateInstance<SqliteCheckpointStore>(provider));
        return services;
    }
}
