using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;

namespace Aggregation.Silo.Demonstration;

/// <summary>The reports of a scenario, unit by unit. The same scenario always gives the same keys, so loading it again records nothing.</summary>
public static class ScenarioReports
{
    /// <summary>The reporter that the ledger shows for them.</summary>
    public const string Reporter = "scenario";

    /// <summary>Makes the reports.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="edition">The edition whose provinces report.</param>
    /// <param name="province">The number of the province level.</param>
    /// <param name="lastProvince">The code of the province that the article does not name.</param>
    public static IEnumerable<(string Unit, UnitReports Reports)> Make(ScenarioFile scenario, Edition edition, int province, string lastProvince)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(edition);
        foreach (var unit in edition.Units.Where(unit => unit.Level == province))
        {
            var reports = new List<Report> { OfProvince(scenario, unit.Code, string.Equals(unit.Code, lastProvince, StringComparison.Ordinal)) };
            reports.AddRange(scenario.Declared.Where(declared => string.Equals(declared.Unit, unit.Code, StringComparison.Ordinal)).Select(declared => OfDeclaration(scenario, declared)));
            yield return (unit.Code, new UnitReports(Reporter, [.. reports]));
        }
    }

    private static Report OfProvince(ScenarioFile scenario, string unit, bool isLast)
    {
        var statuses = scenario.Provinces.Statuses
            .OrderBy(status => status.Key, StringComparer.Ordinal)
            .Select(status => new StatusFigure(status.Key, isLast ? status.Value.LastProvince ?? status.Value.State : status.Value.State));
        var sources = string.Join(", ", scenario.Provinces.Statuses.Values.Select(status => status.Source).Distinct(StringComparer.Ordinal));
        var note = isLast ? $"{scenario.LastProvince.Note.Vi} Nguồn: {sources}" : $"Nguồn: {sources}";
        return new Report($"scenario-{scenario.Id}/{unit}", scenario.Provinces.EffectiveOn, new Figures { Statuses = [.. statuses], Note = note }, Withdraws: null);
    }

    private static Report OfDeclaration(ScenarioFile scenario, ScenarioFile.Declaration declaration)
    {
        var figures = declaration.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(figure => new CountFigure(figure.Key, figure.Value));
        return new Report(
            $"scenario-{scenario.Id}/{declaration.Unit}/declared",
            declaration.EffectiveOn,
            new Figures { Declared = [.. figures], Note = $"Nguồn: {declaration.Source} ({declaration.Figure})" },
            Withdraws: null);
    }
}
