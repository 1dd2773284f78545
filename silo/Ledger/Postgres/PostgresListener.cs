using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Security;
using Aggregation.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Aggregation.Ledger;

/// <summary>
/// Hears what other silos have changed and reads it again. Whatever was said while nobody listened is made up for: on every connection
/// everything is read once.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="keys">The keys of this silo.</param>
/// <param name="sessions">The sessions of this silo.</param>
/// <param name="units">The units as stored.</param>
/// <param name="mark">The mark of this silo.</param>
/// <param name="logger">Where it is told that nothing can be heard.</param>
public sealed class PostgresListener(
    PostgresDatabase database,
    AccessKeys keys,
    AccessSessions sessions,
    StoredUnits units,
    PostgresDemonstrationMark mark,
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
        await using (var listen = new NpgsqlCommand($"LISTEN {StoreChange.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);

        heard.UnionWith([StoreChange.Keys.Name, StoreChange.Sessions.Name, StoreChange.Units.Name, StoreChange.Mark.Name]);
        while (true)
        {
            foreach (var change in heard)
                await RefreshAsync(change, cancellationToken);
            heard.Clear();
            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task RefreshAsync(string change, CancellationToken cancellationToken)
    {
        if (change == StoreChange.Keys.Name)
            await keys.RefreshAsync(cancellationToken);
        else if (change == StoreChange.Sessions.Name)
            await sessions.RefreshAsync(cancellationToken);
        else if (change == StoreChange.Mark.Name)
            await mark.RefreshAsync(cancellationToken);
        else if (change == StoreChange.Units.Name)
            await units.LoadAsync(cancellationToken);
    }
}
