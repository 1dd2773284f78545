using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// Signs the heads that have changed and the sets of records, at an interval and when the silo stops, into a file elsewhere: rows that
/// are cut off at the end of a unit's chain leave no gap in the ledger, and this is how they are missed.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="options">Where the file is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is told what is wrong.</param>
internal sealed partial class HeadsKeeper(ISealedLedger ledger, HeadsOptions options, TimeProvider time, ILogger<HeadsKeeper> logger)
    : BackgroundService, IHostedLifecycleService
{
    private HeadsFile? file;

    /// <summary>Opens the file.</summary>
    /// <exception cref="LedgerStartException">It cannot be written, or there is nothing to sign.</exception>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (ledger.Seal is { } seal)
            file = options.Path is { } path ? HeadsFile.Open(path, options.MostBytes, seal) : null;
        else if (options.Path is not null)
            throw new LedgerStartException(
                $"Ledger__HeadsPath is '{options.Path}', and rows are not sealed; set Ledger__SealKey or Ledger__SealKeyPath too.");
        else
            LogUnsealed();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Signs once more, after the last report.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => TrySignAsync(cancellationToken);

    /// <summary>What the file says; null where there is none.</summary>
    public HeadsReading? Read() => file?.Read();

    /// <summary>Signs the heads that have changed since the last time.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SignAsync(CancellationToken cancellationToken)
    {
        if (file is null)
            return;
        var known = file.Known;
        var changed = (await ledger.ReadHeadsAsync(cancellationToken)).Where(head => !head.IsSame(known.GetValueOrDefault(head.Unit)))
            .ToList();
        // What is signed stays so until the ledger goes on from it: otherwise rows cut off and reported anew would look as if nothing was.
        var before = changed.Select(head => known.GetValueOrDefault(head.Unit)).OfType<SealedHead>().ToDictionary(head => head.Unit);
        foreach (var standing in await ledger.ReadSealsAsync(before.Values, cancellationToken))
        {
            if (standing.IsSame(before[standing.Unit]))
                before.Remove(standing.Unit);
        }

        if (before.Count > 0)
            LogCutOff(before.Count, string.Join(", ", before.Keys.Take(10)));
        changed.RemoveAll(head => before.ContainsKey(head.Unit));
        var sets = await ReadSetsAsync(file.KnownSets, cancellationToken);
        if (changed.Count > 0 || sets.Exists(set => !set.IsSame(file.KnownSets.GetValueOrDefault(set.Kind))))
            file.Append(time.GetUtcNow(), changed, sets);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        file?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (file is null)
            return;
        using var timer = new PeriodicTimer(options.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TrySignAsync(stoppingToken);
    }

    // Like heads: what is signed stays so until the ledger goes on from it.
    private async Task<List<SignedSet>> ReadSetsAsync(IReadOnlyDictionary<string, SignedSet> known, CancellationToken cancellationToken)
    {
        var sets = new Dictionary<string, SignedSet>(known, StringComparer.Ordinal);
        var stored = (await ledger.ReadSetsAsync(cancellationToken)).Select(SignedSet.Of).ToDictionary(
            set => set.Kind,
            StringComparer.Ordinal);
        foreach (var kind in RecordKind.All)
        {
            if (stored.TryGetValue(kind, out var set) && set.Follows(known.GetValueOrDefault(kind)))
                sets[kind] = set;
            else if (known.ContainsKey(kind))
                LogTakenBack(kind);
        }

        return [.. sets.Values.OrderBy(set => set.Kind, StringComparer.Ordinal)];
    }

    private async Task TrySignAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SignAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or IOException or ObjectDisposedException)
        {
            LogUnsigned(exception.Message);
        }
    }

    [LoggerMessage(
        201,
        LogLevel.Information,
        "Rows are not sealed: set Ledger__SealKey or Ledger__SealKeyPath to have changes by hand found")]
    private partial void LogUnsealed();

    [LoggerMessage(202, LogLevel.Warning, "The heads of the ledger are not signed until the next time: {Reason}")]
    private partial void LogUnsigned(string reason);

    [LoggerMessage(
        203,
        LogLevel.Error,
        "Rows of {Count} units that were signed are gone or others now (units {Units}); 'aggregation verify --deep' names them")]
    private partial void LogCutOff(int count, string units);

    [LoggerMessage(
        204,
        LogLevel.Error,
        "The records '{Kind}' are not those that were signed any more: an earlier state was put back by hand; 'aggregation verify "
            + "--deep' names it")]
    private partial void LogTakenBack(string kind);
}
