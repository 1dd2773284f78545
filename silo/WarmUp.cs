using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Aggregation.Silo;

/// <summary>Activates the nation, so that the silo is ready before anybody asks; tries until it succeeds.</summary>
/// <param name="settings">The settings.</param>
/// <param name="scenario">Loads the scenario of a demonstration.</param>
/// <param name="lifetime">The host, which must have started before grains are called.</param>
/// <param name="grains">The grains.</param>
/// <param name="registry">The editions.</param>
/// <param name="readiness">What is told.</param>
/// <param name="banner">What an operator reads at start.</param>
/// <param name="logger">Where failures are told.</param>
public sealed class WarmUp(
    SiloSettings settings,
    ScenarioLoader scenario,
    IHostApplicationLifetime lifetime,
    IGrainFactory grains,
    UnitRegistry registry,
    Readiness readiness,
    Banner banner,
    ILogger<WarmUp> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAny(Task.Delay(Timeout.Infinite, lifetime.ApplicationStarted), Task.Delay(Timeout.Infinite, stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (settings.Demo)
                    await scenario.LoadAsync();
                var nation = new UnitKey(registry.ActiveName, registry.Active.Units[0].Code);
                await grains.GetGrain<IUnitGrain>(nation.ToString()).GetWarmRollUp();
                readiness.SetReady();
                StartMeter.Ready();
                await banner.WriteAsync(stoppingToken);
                return;
            }
            catch (TimeoutException)
            {
                // A long ledger, or a slow disk: what goes wrong is told as what it is.
                logger.NationStillWarming();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.NationNotWarm(exception);
            }

            await Task.Delay(Retry, stoppingToken);
        }
    }
}
