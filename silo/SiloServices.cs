using System;
using System.IO;
using Aggregation.Api.Access;
using Aggregation.Api.Audit;
using Aggregation.Api.Description;
using Aggregation.Api.Health;
using Aggregation.Api.Keys;
using Aggregation.Api.Live;
using Aggregation.Api.Outstanding;
using Aggregation.Api.Pipeline;
using Aggregation.Api.Reading;
using Aggregation.Api.Reports;
using Aggregation.Api.RollUps;
using Aggregation.Api.Verification;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Aggregation.Silo.Checkpoints;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Doctoring;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.ServiceLevels;
using Aggregation.Silo.Telemetry;
using Aggregation.Silo.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Silo;

/// <summary>What a silo is made of, apart from its engine.</summary>
public static class SiloServices
{
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
        services.AddSingleton(settings.Rules.Apply(CatalogueFile.Read(Path.Combine(SeedFiles.Folder, "catalogue.json"))));
        services.AddSingleton<TallyLayout>();
        services.AddSingleton(new UnitRegistry(settings.Edition));
        services.AddSingleton<StoredUnits>();
        services.AddSingleton<IStoreChangeHandler>(provider => provider.GetRequiredService<StoredUnits>());
        services.AddSingleton<AgedHeads>();
        services.AddLedger(settings.Ledger);
        services.AddCheckpoints();

        services.AddHttp(settings);
        services.AddAnswerCompression();
        services.AddApiDocument();
        services.AddAccess();
        services.AddAudit();
        services.AddHealth();
        services.AddKeys();
        services.AddLive();
        services.AddOutstanding();
        services.AddReading();
        services.AddReports();
        services.AddRollUps();
        services.AddVerification();

        services.AddSingleton(settings.Ledger);
        services.AddHostedService<IdleMemory>();
        services.AddHostedService<SiloGauges>();
        services.AddSingleton<ServiceLevelGauges>();
        services.AddSingleton<ServiceLevelReader>();
        services.AddHostedService<ServiceLevelMonitor>();

        services.AddSingleton<StartingUnits>();
        services.AddSingleton<SiloDiagnosis>();
        services.AddSingleton<Banner>();
        services.AddHostedService<StartUp>();
        services.AddHostedService<WarmUp>();
        services.AddSingleton<ScenarioLoader>();
        if (settings.Demo)
            services.AddHostedService<Simulator>();

        return services;
    }
}
