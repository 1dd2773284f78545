using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Aggregation.Contracts;

namespace Aggregation.Commands.Scenarios;

/// <summary>
/// A scenario of <c>seeds/scenarios</c>. Its reports are those that <c>--demo</c> records, keys and all, so that whoever
/// loads it second records nothing.
/// </summary>
internal sealed record Scenario(
    string Id,
    Translated Title,
    Scenario.Assumption LastProvince,
    Scenario.ProvinceReports Provinces,
    IReadOnlyList<Scenario.Declaration> Declared)
{
    private string Prefix => $"scenario-{Id}/";

    /// <summary>The scenario that the command carries.</summary>
    public static Scenario Read()
    {
        using var file = typeof(Scenario).Assembly.GetManifestResourceStream("2017-02-20.json")!;
        return JsonSerializer.Deserialize(file, ScenarioJson.Default.Scenario)!;
    }

    /// <summary>Whether a report is one of the scenario's.</summary>
    public bool IsOwn(string idempotencyKey) => idempotencyKey.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What a province reports in it.</summary>
    public IEnumerable<Report> ReportsOf(string province, bool isLast)
    {
        var sources = string.Join(", ", Provinces.Statuses.Values.Select(status => status.Source).Distinct(StringComparer.Ordinal));
        yield return new Report
        {
            Unit = province,
            IdempotencyKey = $"{Prefix}{province}",
            EffectiveOn = Provinces.EffectiveOn,
            Statuses = Provinces.Statuses.ToDictionary(status => status.Key, status => isLast
                ? status.Value.LastProvince ?? status.Value.State
                : status.Value.State, StringComparer.Ordinal),
            Note = isLast ? $"{LastProvince.Note.Vi} Nguồn: {sources}" : $"Nguồn: {sources}",
        };
        foreach (var declaration in Declared.Where(declaration => declaration.Unit == province))
        {
            yield return new Report
            {
                Unit = province,
                IdempotencyKey = $"{Prefix}{province}/declared",
                EffectiveOn = declaration.EffectiveOn,
                Declared = declaration.Figures,
                Note = $"Nguồn: {declaration.Source} ({declaration.Figure})",
            };
        }
    }

    /// <summary>The province that the source does not name.</summary>
    internal sealed record Assumption(string Default, Translated Note);

    /// <summary>What every province reports.</summary>
    internal sealed record ProvinceReports(DateOnly EffectiveOn, IReadOnlyDictionary<string, ProvinceStatus> Statuses);

    /// <summary>The state of every province, and of the last one if it is another.</summary>
    internal sealed record ProvinceStatus(string State, string Source, string? LastProvince = null);

    /// <summary>What one unit declares for its whole area.</summary>
    internal sealed record Declaration(
        string Unit,
        DateOnly EffectiveOn,
        IReadOnlyDictionary<string, long> Figures,
        string Source,
        string Figure);
}
