using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;

namespace Aggregation.Silo.Demonstration;

/// <summary>
/// The reports of a scenario, unit by unit. The same scenario always gives the same keys, so loading it again records nothing.
/// </summary>
public static class ScenarioReports
{
    /// <summary>The reporter that the ledger shows for them.</summary>
    public const string Reporter = "scenario";

    /// <summary>Makes the reports.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="edition">The edition whose provinces report.</param>
    /// <param name="province">The number of the province level.</param>
    /// <param name="lastProvince">The code of the province that the article does not name.</param>
    public static IEnumerable<ReportInput> Make(ScenarioFile scenario, Edition edition, int province, string lastProvince)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(edition);
        foreach (var unit in edition.Units.Where(unit => unit.Level == province))
        {
            yield return OfProvince(scenario, unit.Code, string.Equals(unit.Code, lastProvince, StringComparison.Ordinal));
            foreach (var declared in scenario.Declared.Where(declared => string.Equals(declared.Unit, unit.Code, StringComparison.Ordinal)))
                yield return OfDeclaration(scenario, declared);
        }
    }

    private static ReportInput OfProvince(ScenarioFile scenario, string unit, bool isLast)
    {
        var sources = string.Join(
            ", ",
            scenario.Provinces.Statuses.Values.Select(status => status.Source).Distinct(StringComparer.Ordinal));
        return new ReportInput
        {
            Unit = unit,
            IdempotencyKey = $"scenario-{scenario.Id}/{unit}",
            Day = scenario.Provinces.EffectiveOn,
            Statuses = [.. scenario.Provinces.Statuses.Select(status => new StatusInput(status.Key, isLast
                ? status.Value.LastProvince ?? status.Value.State
                : status.Value.State))],
            Note = isLast ? $"{scenario.LastProvince.Note.Vi} Nguồn: {sources}" : $"Nguồn: {sources}",
        };
    }

    private static ReportInput OfDeclaration(ScenarioFile scenario, ScenarioFile.Declaration declaration) => new()
    {
        Unit = declaration.Unit,
        IdempotencyKey = $"scenario-{scenario.Id}/{declaration.Unit}/declared",
        Day = declaration.EffectiveOn,
        Declared = [.. declaration.Figures.Select(figure => new CountInput(figure.Key, new WholeNumber(figure.Value)))],
        Note = $"Nguồn: {declaration.Source} ({declaration.Figure})",
    };
}
