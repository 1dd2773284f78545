using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;

namespace Aggregation.Api.Reports;

/// <summary>
/// Finds what the rule about equal figures compares the reports of a batch with: what the units above have recorded, and what
/// units below say in the same batch. A unit cannot ask those above it itself, which may be waiting for its answer.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="edition">The edition that takes reports.</param>
/// <param name="calls">Calls the units.</param>
internal sealed class RelatedFigures(IndicatorCatalogue catalogue, Edition edition, UnitCalls calls)
{
    private readonly Dictionary<int, RollUp> above = [];

    /// <summary>Gives each unit of a batch the figures that its own are compared with.</summary>
    public async Task GiveAsync(IReadOnlyList<UnitGroup> groups)
    {
        var compared = groups.Select(group => (Group: group, Figures: ComparedOf(group))).Where(unit => unit.Figures.Length > 0).ToArray();
        var found = compared.ToDictionary(unit => unit.Group.Index, _ => ImmutableArray.CreateBuilder<RelatedFigure>());
        foreach (var (group, figures) in compared)
        {
            for (var upper = edition.ParentOf(group.Index); upper >= 0; upper = edition.ParentOf(upper))
            {
                found[group.Index].AddRange(await RecordedAsync(upper, figures));
                if (found.TryGetValue(upper, out var ofUpper))
                    ofUpper.AddRange(
                        figures.Select(figure => new RelatedFigure(edition.Units[group.Index].Code, figure.Indicator, figure.Value)));
            }
        }

        foreach (var (group, _) in compared)
            group.Related = found[group.Index].ToImmutable();
    }

    private CountFigure[] ComparedOf(UnitGroup group) => [.. group.Reports.SelectMany(report => report.Figures.Counts).Where(IsCompared)];

    private bool IsCompared(CountFigure figure) =>
        figure.Value >= catalogue.Rules.LeastCompared
        && catalogue.Find(figure.Indicator) is { Type: IndicatorType.Count } count
        && catalogue.Rules.SameAsBelowOf(count) is { } rule
        && figure.Value >= rule.From;

    private async Task<IEnumerable<RelatedFigure>> RecordedAsync(int index, CountFigure[] figures)
    {
        var code = edition.Units[index].Code;
        if (!above.TryGetValue(index, out var rollUp))
            above[index] = rollUp = await calls.CallAsync(new UnitKey(edition.Name, code), unit => unit.GetRollUp());
        return figures.Select(figure => new RelatedFigure(
            code,
            figure.Indicator,
            rollUp.Own.Counts[catalogue.Find(figure.Indicator)!.Slot]));
    }
}
