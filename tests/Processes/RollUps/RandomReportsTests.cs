using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Processes.Fixtures;
using Xunit;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>
/// Random reports over the real 11,368 units, from many connections at once, repeated, withdrawn, late, with the power cut in
/// the middle: every acknowledged report stands exactly once, and every roll-up is what an independent fold gives.
/// </summary>
public sealed class RandomReportsTests
{
    private const int Reporters = 12;
    private const int ReportsBeforeTheCut = 150;
    private const int ReportsAfterTheCut = 150;

    [RealListFact]
    public async Task Every_roll_up_equals_an_independent_fold_after_a_kill_in_the_middle()
    {
        using var folder = new TemporaryFolder();
        var ledger = folder.File("ledger.db");
        await RunAsync(ledger, () => LedgerRows.ReadFile(ledger));
    }

    [RealListOnPostgresFact]
    public async Task On_PostgreSQL_as_well()
    {
        var ledger = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        // A silo that comes back where it was takes its own place in the cluster's membership; elsewhere it would wait for the dead one.
        await RunAsync(
            ledger,
            () => LedgerRows.ReadDatabase(ledger),
            ("Ledger__Provider", "postgres"),
            ("Orleans__SiloPort", $"{FreePort.Next()}"));
    }

    private static async Task RunAsync(
        string ledger,
        Func<Dictionary<(string Unit, string Key), (int Sequence, DateTimeOffset RecordedAt)>> read,
        params (string Name, string Value)[] settings)
    {
        List<ReferenceUnit> units;
        List<Reporter> reporters;
        var catalogue = ReferenceCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue.json"));

        await using (var silo = await SiloProcess.StartAsync(ledger, settings))
        {
            await silo.Http.ImportAsync("nso-districts-2023.csv");
            await silo.Http.ImportAsync("nso-communes-2023.csv");
            units = await ReadUnitsAsync(silo.Http);
            Assert.Equal(11_368, units.Count);

            // Upper levels and a few hundred communes, so that units report many times.
            var reporting = units.Where((unit, place) => !string.Equals(unit.Level, "commune", StringComparison.Ordinal) || place % 20 == 0)
                .ToList();
            reporters = [.. Enumerable.Range(1, Reporters).Select(seed => new Reporter(new RandomReports(catalogue, reporting, seed)))];
            var running = reporters.ConvertAll(reporter => reporter.RunAsync(silo.Http, int.MaxValue));
            while (reporters.Sum(reporter => reporter.Sent.Count(report => report.Sequence is not null)) < Reporters * ReportsBeforeTheCut)
                await Task.Delay(10);
            await silo.KillAsync();
            Assert.All(await Task.WhenAll(running), Assert.False);
        }

        await using (var silo = await SiloProcess.StartAsync(ledger, settings))
        {
            Assert.All(await Task.WhenAll(reporters.ConvertAll(reporter => reporter.RunAsync(silo.Http, ReportsAfterTheCut))), Assert.True);
            var verification = await silo.Http.GetJsonAsync("verify");
            Assert.Equal("[]", verification.GetProperty("differences").GetRawText());
            Assert.Equal(11_368, verification.GetProperty("unitsChecked").GetInt32());

            var sent = reporters.SelectMany(reporter => reporter.Sent).ToList();
            var rows = read();
            Assert.Equal(sent.Count, rows.Count);
            var reports = sent.ConvertAll(report => ToReference(report, rows[(report.Unit, report.Key)]));
            await CompareAsync(silo.Http, new ReferenceFold(catalogue, units, reports), units, reports);
        }
    }

    private static async Task CompareAsync(HttpClient http, ReferenceFold fold, List<ReferenceUnit> units, List<ReferenceReport> reports)
    {
        Assert.Equal(RollUpText.Of(fold.RollUp("VN")), RollUpText.Of(await http.GetJsonAsync("units/VN")));
        await CompareModelsAsync(http, fold, "VN", "");
        foreach (var level in new[] { "province", "district", "commune" })
        {
            var rollUps = await http.GetAllAsync($"units/VN/children?level={level}&limit=1000");
            Assert.Equal(
                units.Where(unit => unit.Level == level).Select(unit => unit.Code).Order(StringComparer.Ordinal),
                rollUps.Select(rollUp => rollUp.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
            foreach (var rollUp in rollUps)
                Assert.Equal(RollUpText.Of(fold.RollUp(rollUp.GetProperty("code").GetString()!)), RollUpText.Of(rollUp));
        }

        var instants = reports.Select(report => report.RecordedAt).Order().ToList();
        foreach (var (asOf, knownAt) in new (DateOnly?, DateTimeOffset?)[]
        {
            (new DateOnly(2019, 6, 30), null),
            (null, instants[instants.Count / 3]),
            (new DateOnly(2021, 12, 31), instants[instants.Count / 2]),
        })
        {
            var query = string.Join('&', new[] { asOf is null ? null : $"asOf={asOf:yyyy-MM-dd}", knownAt is null
                ? null
                : $"knownAt={knownAt.Value.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}" }.OfType<string>());
            Assert.Equal(RollUpText.Of(fold.RollUp("VN", asOf, knownAt)), RollUpText.Of(await http.GetJsonAsync($"units/VN?{query}")));
            await CompareModelsAsync(http, fold, "VN", $"&{query}", asOf, knownAt);
            foreach (var province in (await http.GetJsonAsync($"units/VN/children?{query}")).GetProperty("items").EnumerateArray())
                Assert.Equal(RollUpText.Of(fold.RollUp(province.GetProperty("code").GetString()!, asOf, knownAt)), RollUpText.Of(province));
        }
    }

    private static async Task CompareModelsAsync(
        HttpClient http,
        ReferenceFold fold,
        string code,
        string query,
        DateOnly? asOf = null,
        DateTimeOffset? knownAt = null)
    {
        var expected = fold.RollUp(code, asOf, knownAt).Models
            .Select(model =>
                $"{model.Name.Normalize().Trim()} [{string.Join(' ', model.Kinds.Order(StringComparer.Ordinal))}] {model.Sites} "
                    + $"{model.Groups} {model.Units}");
        var actual = (await http.GetAllAsync($"units/{code}/models?limit=3{query}")).Select(model =>
            $"{model.GetProperty("name")} [{KindsOf(model)}] {model.GetProperty("sites")} {model.GetProperty("groups")} "
                + $"{model.GetProperty("units")}");
        Assert.Equal(expected.Select(Spaced).Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private static string KindsOf(JsonElement model) =>
        string.Join(' ', model.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()).Order(StringComparer.Ordinal));

    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<List<ReferenceUnit>> ReadUnitsAsync(HttpClient http) =>
        (await http.GetAllAsync("units?limit=1000")).ConvertAll(unit => new ReferenceUnit(
            unit.GetProperty("code").GetString()!,
            unit.GetProperty("level").GetString()!,
            unit.GetProperty("parent").GetString()));

    private static ReferenceReport ToReference(SentReport report, (int Sequence, DateTimeOffset RecordedAt) row)
    {
        Assert.True(report.Sequence is null || report.Sequence == row.Sequence, $"{report.Unit} {report.Key}");
        return new ReferenceReport
        {
            Unit = report.Unit,
            Sequence = row.Sequence,
            EffectiveOn = report.EffectiveOn,
            RecordedAt = row.RecordedAt,
            Withdraws = report.Withdraws,
            Counts = report.Counts,
            Statuses = report.Statuses,
            Models = report.Models,
            Declared = report.Declared,
        };
    }
}
