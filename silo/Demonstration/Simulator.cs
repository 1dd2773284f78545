using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Api.Reports;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Demonstration;

/// <summary>Keeps simulated communes reporting a few times a second. Real units are never made to report.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions.</param>
/// <param name="intake">What takes every report.</param>
/// <param name="readiness">When the nation is warm.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told.</param>
public sealed class Simulator(
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    ReportIntake intake,
    Readiness readiness,
    TimeProvider time,
    ILogger<Simulator> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly ImmutableArray<(string Name, string Kind)> Models =
    [
        ("Móc khóa an toàn", "self-protection"),
        ("Camera với an ninh, trật tự", "self-prevention"),
        ("Tổ liên gia tự quản", "self-governance"),
        ("Tiếng kẻng an ninh", "self-prevention"),
        ("Tổ hòa giải ở cơ sở", "self-reconciliation"),
    ];

    private static readonly Submitter Submitter = Submitter.OfProgram("simulator");

    private readonly Random random = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var communes = registry.Active.Units.Where(unit => unit.Simulated && unit.Level == catalogue.LevelOf("commune")).ToArray();
        await readiness.Ready.WaitAsync(stoppingToken);
        if (communes.Length == 0)
            logger.NothingSimulated(registry.ActiveName);

        using var timer = new PeriodicTimer(Interval, time);
        while (communes.Length > 0 && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReportAsync(communes[random.Next(communes.Length)]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.SimulatedReportLost(exception);
            }
        }
    }

    private async Task ReportAsync(Unit commune)
    {
        var (name, kind) = Models[random.Next(Models.Length)];
        var batch = new ReportBatchInput();
        batch.Reports.Add(new ReportInput
        {
            Unit = commune.Code,
            IdempotencyKey = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            Day = ReportDay.Today(time),
            Counts = [.. RandomCounts()],
            Statuses = [.. RandomStatuses()],
            Models = [new ModelInput
            {
                Name = name,
                Kinds = [kind],
                Sites = new WholeNumber(random.Next(1, 6)),
                Groups = new WholeNumber(random.Next(0, 4))
            }],
            Confirm = [.. RuleCode.All],
        });
        if (await intake.SubmitAsync(batch, Submitter, dryRun: false) is { Verdict: not SubmissionVerdict.Accepted } refused)
            throw new InvalidOperationException($"It was refused: {refused.Verdict} {string.Join("; ", refused.Faults)}");
    }

    private IEnumerable<StatusInput> RandomStatuses() => catalogue.Statuses
        .Where(status => status.AppliesTo(catalogue.LevelOf("commune")))
        .Select(status => new StatusInput(status.Id, status.States[random.Next(status.States.Length)]));

    private IEnumerable<CountInput> RandomCounts()
    {
        foreach (var part in catalogue.Counts.Where(count => count.Of is not null))
        {
            var whole = random.Next(3, 25);
            yield return new CountInput(part.Of!, new WholeNumber(whole));
            yield return new CountInput(part.Id, new WholeNumber(random.Next(whole + 1)));
        }
    }
}
