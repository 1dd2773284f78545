using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Hears what other silos have changed and reads it again. Whatever was said while nobody listened is made up for: on every connection
/// everything is read once.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="handlers">What this silo holds in memory of what others may change.</param>
/// <param name="logger">Where it is told that nothing can be heard.</param>
public sealed class PostgresListener(
    PostgresDatabase database,
    IEnumerable<IStoreChangeHandler> handlers,
    ILogger<PostgresListener> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                database.ForgetIdle();
                logger.OtherSilosUnheard(exception.Message);
                await Task.Delay(Retry, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        await using var connection = await database.ConnectAsync(cancellationToken);
        connection.Notification += (_, notification) => heard.Add(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresNotice.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);

        heard.UnionWith(handlers.Select(handler => handler.Change.Name));
        while (true)
        {
            foreach (var handler in handlers.Where(handler => heard.Contains(handler.Change.Name)))
                await handler.RefreshAsync(cancellationToken);
            heard.Clear();
            await connection.WaitAsync(cancellationToken);
        }
    }
}
