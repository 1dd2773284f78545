using System.Threading;
using System.Threading.Tasks;
using Aggregation.Units;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Hosting;

/// <summary>What must be there before the first request: the ledger open, the units loaded, an admin key.</summary>
/// <param name="units">Loads the units.</param>
public sealed class StartUp(StartingUnits units) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) => await units.LoadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
