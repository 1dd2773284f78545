using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Aggregation.Silo.Demonstration;

/// <summary>Keeps simulated communes reporting a few times a second. Real units are never made to report.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="registry">The editions.</param>
/// <param name="grains">The grains.</param>
/// <param name="readiness">When the nation is warm.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told.</param>
public sealed class Simulator(
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    IGrainFactory grains,
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
        var report = new Report(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), ReportDay.Today(time), RandomFigures(), Withdraws: null);
        var unit = grains.GetGrain<IUnitGrain>(new UnitKey(registry.ActiveName, commune.Code).ToString());
        await unit.Report(new UnitReports("simulator", [report]));
    }

    private Figures RandomFigures()
    {
        var statuses = catalogue.Statuses
            .Where(status => status.AppliesTo(catalogue.LevelOf("commune")))
            .Select(status => new StatusFigure(status.Id, status.States[random.Next(status.States.Length)]));
        var (name, kind) = Models[random.Next(Models.Length)];
        return new Figures
        {
            Counts = [.. RandomCounts().OrderBy(count => count.Indicator, StringComparer.Ordinal)],
            Statuses = [.. statuses.OrderBy(status => status.Indicator, StringComparer.Ordinal)],
            Models = [new ModelFigure(name, [kind], random.Next(1, 6), random.Next(0, 4))],
        };
    }

    private IEnumerable<CountFigure> RandomCounts()
    {
        foreach (var part in catalogue.Counts.Where(count => count.Of is not null))
        {
            var whole = random.Next(3, 25);
            yield return new CountFigure(part.Of!, whole);
            yield return new CountFigure(part.Id, random.Next(whole + 1));
        }
    }
}
