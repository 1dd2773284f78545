using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Ends the process when it was told to stop and cannot: leaving the cluster is written into the database, and while that is
/// away Orleans tries for ever. The others then find the silo dead, and what was acknowledged is durable as it is.
/// </summary>
/// <param name="lifetime">Says when the silo is to stop.</param>
/// <param name="logger">Where it is told.</param>
internal sealed class StopDeadline(IHostApplicationLifetime lifetime, ILogger<StopDeadline> logger) : IHostedService
{
    // Within the 30 s that Kubernetes grants.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => _ = EndAsync());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EndAsync()
    {
        await Task.Delay(Patience, lifetime.ApplicationStopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (lifetime.ApplicationStopped.IsCancellationRequested)
            return;
        logger.SiloStuck(Patience);
        Environment.Exit(1);
    }
}
