using System.IO;
using System;
using Aggregation.Api.Access;
using Aggregation.Api.Health;
using Aggregation.Api.Http;
using Aggregation.Api.Verification;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Units;
using Aggregation.Ledger;
using Aggregation.Silo.Checkpoints;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Doctoring;
using Aggregation.Silo.ServiceLevels;
using Aggregation.Silo.Telemetry;
using Aggregation.Silo.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Silo.Hosting;

/// <summary>What a silo is made of, apart from its engine.</summary>
public static class SiloServices
{
    /// <summary>The folder of <c>seeds/</c> beside the program.</summary>
    public static string Seeds { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Adds everything.</summary>
    /// <exception cref="StartUpException">The ledger or the catalogue cannot be used.</exception>
    public static IServiceCollection AddAggregation(this IServiceCollection services, SiloSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(new PublicReadSettings(settings.PublicRead, settings.KnownProxies.Count > 0));
        services.AddSingleton(new AnswerSettings(settings.HstsDays));
        services.AddTelemetry(settings.Telemetry);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Rules.Apply(CatalogueFile.Read(Path.Combine(Seeds, "catalogue.json"))));
        services.AddSingleton<TallyLayout>();
        services.AddSingleton(new UnitRegistry(settings.Edition));
        services.AddSingleton<StoredUnits>();
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<StoredUnits>());
        services.AddSingleton<AgedHeads>();
        services.AddLedger(settings.Ledger);
        services.AddCheckpoints();

        services.AddHttp(settings);
        services.AddReading();
        services.AddApi();

        services.AddSingleton(settings.Ledger);
        services.AddHostedService<SiloGauges>();
        services.AddSingleton<ServiceLevelGauges>();
        services.AddSingleton<ServiceLevelReader>();
        services.AddHostedService<ServiceLevelMonitor>();

        services.AddSingleton<StartingUnits>();
        services.AddSingleton<Readiness>();
        services.AddHostedService<GrainProbe>();
        services.AddSingleton<LedgerClock>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerClock>());
        services.AddSingleton<Reach>();
        services.AddSingleton<SiloDiagnosis>();
        services.AddSingleton<Banner>();
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<ChainVerification>();
        services.AddSingleton<LastVerifications>();
        services.AddHostedService<StartUp>();
        services.AddHostedService<WarmUp>();
        services.AddSingleton<ScenarioLoader>();
        if (settings.Demo)
            services.AddHostedService<Simulator>();

        return services;
    }
}
