using System;
using System.Collections.Concurrent;
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
    private const int AnswerSeconds = 3;

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    // What was told just before the wait began is found after it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

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

    // A server that is gone without a word is noticed by nobody who only listens.
    private static async Task AskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = AnswerSeconds };
        await ask.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        // Npgsql tells from whichever thread reads, also while something is read again.
        var heard = new ConcurrentQueue<string>();
        await using var connection = await database.ConnectAsync(cancellationToken);
        connection.Notification += (_, notification) => heard.Enqueue(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresNotice.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);

        var changes = handlers.Select(handler => handler.Change.Name).ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            foreach (var handler in handlers.Where(handler => changes.Contains(handler.Change.Name)))
                await handler.RefreshAsync(cancellationToken);
            changes.Clear();
            if (heard.IsEmpty && !await connection.WaitAsync(Longest, cancellationToken))
                await AskAsync(connection, cancellationToken);
            while (heard.TryDequeue(out var change))
                changes.Add(change);
        }
    }
}
