using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Aggregation.Api.Health;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Telemetry;
using Aggregation.Silo;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.ServiceLevels;
using Aggregation.Silo.Telemetry;
using Aggregation.Testing;
using Aggregation.Testing.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Aggregation.Tests.Silo.Telemetry;

/// <summary>The page that operators read says what the code does, both ways.</summary>
public sealed partial class MetricsPageTests
{
    private static readonly string[] Sources = ["api", "grains", "ledger", "silo"];
    private static readonly Assembly[] Assemblies =
        [typeof(SiloServices).Assembly, typeof(RollUpServices).Assembly, typeof(UnitGrain).Assembly, typeof(Instrumentation).Assembly,
        typeof(SqliteLedger).Assembly, typeof(PostgresLedger).Assembly];

    [Fact]
    public void Every_instrument_is_on_the_page_and_every_metric_of_the_page_is_an_instrument()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(instrument) };
        foreach (var type in Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(HasInstruments))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        using var levels = new ServiceLevelGauges(TimeProvider.System);
        using var clock = new LedgerClock(null!, TimeProvider.System, NullLogger<LedgerClock>.Instance);
        using var silo = new SiloGauges(
            null!,
            null!,
            LedgerRegistration.Parse("sqlite", "Data Source=x.db"),
            new UnitRegistry("2023"),
            clock);
        listener.Start();

        Assert.Equal(
            DocumentedMetric.Own.Select(metric => (metric.Name, metric.Kind, metric.Unit)).Order(),
            instruments.Select(instrument => (instrument.Name, KindOf(instrument), instrument.Unit ?? "")).Distinct().Order());

        void Add(Instrument instrument)
        {
            if (instrument.Meter.Name != Instrumentation.Name)
                return;
            lock (instruments)
                instruments.Add(instrument);
        }
    }

    [Fact]
    public void The_page_says_how_many_traces_are_kept() =>
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"no more than {TraceSampling.PerSecond} a second"),
            File.ReadAllText(PageTable.Page),
            StringComparison.Ordinal);

    [Fact]
    public void Every_message_of_the_log_is_on_the_page_and_no_other_and_has_an_id_of_its_own()
    {
        var source = Sources
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Message().Matches(File.ReadAllText(file)))
            .Select(match =>
                (match.Groups["id"].Value, match.Groups["name"].Value, match.Groups["level"].Value, Joined(match.Groups["text"].Value)))
            .ToList();

        Assert.Equal(source.Count, source.DistinctBy(message => message.Item1).Count());

        Assert.Equal(
            source.Order(),
            PageTable.Rows("Messages").Select(row => (row[0], PageTable.Plain(row[1]), row[2], row[3])).Order());
    }

    private static string Joined(string literals) => Regex.Replace(literals, @"""\s*\+\s*""", "", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool HasInstruments(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Any(field => typeof(Instrument).IsAssignableFrom(field.FieldType));

    private static string KindOf(Instrument instrument)
    {
        var name = instrument.GetType().Name;
        return name.Contains("UpDownCounter", StringComparison.Ordinal) ? "up-down counter"
            : name.Contains("Counter", StringComparison.Ordinal) ? "counter"
            : name.Contains("Histogram", StringComparison.Ordinal) ? "histogram"
            : "gauge";
    }

    [GeneratedRegex(
        @"LoggerMessage\(\s*(?<id>\d+),\s*LogLevel\.(?<level>\w+),\s*""(?<text>[^""]*(""\s*\+\s*""[^""]*)*)""\)\]"
            + @"\s+\w+ (static )?partial void (?<name>\w+)\(",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Message();
}
