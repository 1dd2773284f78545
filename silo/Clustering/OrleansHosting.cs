using Aggregation.Api.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Aggregation.Silo.Clustering;

/// <summary>Runs the grains on Microsoft Orleans: one of a cluster where the ledger is PostgreSQL, otherwise one silo by itself.</summary>
public static class OrleansHosting
{
    /// <summary>Adds a silo to the host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="ledger">Where the ledger is: silos that share one form a cluster.</param>
    /// <exception cref="StartUpException">A setting of <c>Orleans</c> is wrong.</exception>
    public static void AddOrleansSilo(this WebApplicationBuilder builder, LedgerOptions ledger)
    {
        var settings = OrleansSettings.Read(builder.Configuration);
        var steady = new SteadyTime();
        builder.Services.AddSingleton(steady);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IMembership, ClusterMembership>();
        builder.Host.UseOrleans(silo =>
        {
            // Longer than anything takes but an import and a unit that warms, which name their own.
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = UnitCalls.AnswerTime);
            silo.Services.Configure<ExceptionSerializationOptions>(AllowedExceptions.Configure);
            silo.Services.AddSingleton<ITypeNameFilter, AllowedExceptions>();
            // Units are many and alike: an even spread needs no measuring of silos.
            silo.Services.AddSingleton<PlacementStrategy, RandomPlacement>();
            steady.UseForCollection(silo);
            // A trace goes on in the silo that is called; without one there is nothing to carry.
            if (TelemetrySettings.Read(builder.Configuration).Traces)
                silo.AddActivityPropagation();
            if (settings.Dashboard)
                silo.AddDashboard();
            if (ledger is PostgresLedgerOptions)
                silo.UseCluster(settings);
            else
                silo.UseSingleSilo();
        });
    }
}
