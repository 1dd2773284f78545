using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger.Postgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Sets aside what the cluster's table holds of this silo's own address from the future: it was started there while the machine's clock
/// was ahead. To Orleans, which numbers the starts of a silo by the clock, that start is the later one, and this one would be told that
/// it is dead until time has caught up. Nobody lives there: this silo has the port.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="self">This silo.</param>
/// <param name="options">The cluster.</param>
/// <param name="logger">Where it is told.</param>
internal sealed class FutureSelf(
    PostgresDatabase database,
    ILocalSiloDetails self,
    IOptions<ClusterOptions> options,
    ILogger<FutureSelf> logger) : ILifecycleParticipant<ISiloLifecycle>
{
    private const string SetAside =
        """
        WITH gone AS (
            DELETE FROM orleans_silo WHERE deployment = $1 AND address = $2 AND port = $3 AND generation > $4 RETURNING started_at
        ),
        moved AS (
            UPDATE orleans_cluster SET version = version + 1 WHERE deployment = $1 AND EXISTS (SELECT FROM gone)
        )
        SELECT max(started_at) FROM gone
        """;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        // Once the port is taken, and before the table is read.
        observer.Subscribe(nameof(FutureSelf), ServiceLifecycleStage.RuntimeInitialize, SetAsideAsync);
    }

    private async Task SetAsideAsync(CancellationToken cancellationToken)
    {
        var address = self.SiloAddress;
        var startedAt = await database.WriteAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(SetAside, connection)
                {
                    Parameters =
                    {
                        new() { Value = options.Value.ClusterId },
                        new() { Value = address.Endpoint.Address.ToString() },
                        new() { Value = address.Endpoint.Port },
                        new() { Value = address.Generation },
                    },
                };
                return await command.ExecuteScalarAsync(cancellationToken) as DateTime?;
            },
            cancellationToken);
        if (startedAt is { } future)
            logger.FutureSetAside(address, future);
    }
}
