using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Audit;
using Aggregation.Api.Keys;
using Aggregation.Api.Verification;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.Units;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo;

/// <summary>
/// What must be there before the first request, and before another silo of the cluster calls: the ledger open, the units loaded, an admin
/// key.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="units">Loads the units.</param>
/// <param name="adminKey">Sees to it that there is one.</param>
/// <param name="changes">Records which settings changed.</param>
/// <param name="verifications">Tells what they found.</param>
/// <param name="scenario">Loads the scenario.</param>
public sealed class StartUp(
    SiloSettings settings,
    StartingUnits units,
    AdminKey adminKey,
    SettingChanges changes,
    LastVerifications verifications,
    ScenarioLoader scenario) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await units.LoadAsync(cancellationToken);
        await adminKey.EnsureAsync(settings.AdminKey, settings.AdminKeyPath, cancellationToken);
        await changes.RecordAsync(cancellationToken);
        if (settings.Demo)
            await scenario.PrepareAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Tells what is found in the ledger, once somebody listens.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) =>
        settings.Telemetry.Metrics ? verifications.TellAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
