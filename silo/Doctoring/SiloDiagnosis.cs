using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Health;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.ServiceLevels;
using Aggregation.Silo.Telemetry;

namespace Aggregation.Silo.Doctoring;

/// <summary>
/// Finds out how the system is: every probe beside the others and each for a while only, so that there is an answer whatever has failed.
/// </summary>
/// <param name="options">Where the ledger is.</param>
/// <param name="status">How its last commit ended.</param>
/// <param name="ledger">Looks at its store.</param>
/// <param name="membership">Who belongs to the system.</param>
/// <param name="levels">Looks at the nation.</param>
/// <param name="keys">The keys.</param>
/// <param name="registry">The editions.</param>
/// <param name="mark">Whether the ledger is a demonstration.</param>
/// <param name="readiness">Whether the national total has been warm.</param>
/// <param name="clock">Whether rows are dated later than the silo's clock.</param>
/// <param name="time">The clock.</param>
internal sealed class SiloDiagnosis(
    LedgerOptions options,
    ILedgerStatus status,
    ILedgerProbe ledger,
    IMembership membership,
    ServiceLevelReader levels,
    AccessKeys keys,
    UnitRegistry registry,
    IDemonstrationMark mark,
    Readiness readiness,
    LedgerClock clock,
    TimeProvider time)
{
    // An operator waits for the answer, and what takes longer is wrong anyway.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Looks once.</summary>
    public async Task<Diagnosis> RunAsync(CancellationToken cancellationToken)
    {
        var takenAt = time.GetUtcNow();
        var unanswered = new List<UnansweredProbe>();
        var read = AskAsync("ledger-read", ledger.ReadAsync);
        var commit = AskAsync("ledger-commit", async token => (TimeSpan?)await ledger.CommitAsync(token));
        var silos = AskAsync("silos", async token => (IReadOnlyList<SiloMember>)await membership.ReadAsync(token));
        var reading = AskAsync("roll-ups", levels.ReadAsync);
        var latest = AskAsync("ledger-clock", async token => (DateTimeOffset?)await clock.ReadLatestAsync(token));
        await Task.WhenAll(read, commit, silos, reading, latest);
        var probe = await read;
        return new Diagnosis
        {
            Edition = registry.ActiveName,
            TakenAt = takenAt,
            Version = TelemetryPipeline.Version,
            Engine = TelemetryPipeline.Engine,
            Ready = readiness.IsReady,
            Demonstration = mark.IsSet,
            Ledger = new LedgerDiagnosis
            {
                Provider = options is PostgresLedgerOptions ? "postgres" : "sqlite",
                Place = options.Place,
                Failure = status.Failure,
                ReadMilliseconds = probe?.Took.TotalMilliseconds,
                CommitMilliseconds = (await commit)?.TotalMilliseconds,
                ClockAheadMilliseconds = probe?.ClockAhead?.TotalMilliseconds,
                RowsAheadMilliseconds = await latest is null ? null : clock.Ahead.TotalMilliseconds,
                SizeBytes = probe?.SizeBytes,
                FreeBytes = probe?.FreeBytes,
                DiskBytes = probe?.DiskBytes,
                Schema = probe?.Schema.Select(schema => new SchemaVersion(schema.Set, schema.Stored, schema.Known)).ToList(),
            },
            Silos = await silos,
            RowsBehind = (await reading)?.RowsBehind,
            Provinces = (await reading)?.Provinces.Select(NameOf).ToArray(),
            ExpiringKeys = await FindExpiringAsync(cancellationToken),
            Unanswered = unanswered,
        };

        async Task<T?> AskAsync<T>(string name, Func<CancellationToken, Task<T>> probing)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Limit);
            try
            {
                // Not everything that is asked heeds the token.
                return await Task.Run(() => probing(limit.Token), cancellationToken).WaitAsync(Limit, time, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                lock (unanswered)
                    unanswered.Add(new UnansweredProbe(name, exception is TimeoutException or OperationCanceledException
                        ? $"There was no answer within {Limit.TotalSeconds} s."
                        : exception.Message));
                return default;
            }
        }
    }

    private AreaReporting NameOf(ProvinceReport province) =>
        new(province.Code, registry.Active.Find(province.Code)?.Name ?? "", province.RecordedAt);

    private async Task<IReadOnlyList<ExpiringKey>> FindExpiringAsync(CancellationToken cancellationToken)
    {
        var today = ReportDay.Today(time);
        return [.. (await keys.ListAsync(cancellationToken))
            .Where(key => key.ReplacedBy is null && KeyExpiry.StateOf(key, today) == KeyState.Expiring)
            .Select(key => new ExpiringKey(key.Id, key.Unit, key.ExpiresOn!.Value))];
    }
}
