using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;

namespace Aggregation.Api.Reports;

/// <summary>
/// Finds what the rule about equal figures compares the reports of a batch with, besides what the unit itself holds: what the same batch
/// says below it, of the units directly below and of all of them. Whoever reports below is not compared with what stands above: the total
/// was typed there, and there it is asked about.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="edition">The edition that takes reports.</param>
internal sealed class RelatedFigures(IndicatorCatalogue catalogue, Edition edition)
{
    /// <summary>Gives each unit of a batch the figures that its own are compared with.</summary>
    public void Give(IReadOnlyList<UnitGroup> groups)
    {
        if (groups.Count == 1)
            return;
        var sums = groups.Where(IsCompared).ToDictionary(group => group.Index, _ => new Sums(catalogue.Counts.Length));
        if (sums.Count == 0)
            return;
        foreach (var group in groups)
        {
            var figures = FiguresOf(group);
            var parent = edition.ParentOf(group.Index);
            for (var upper = parent; upper >= 0; upper = edition.ParentOf(upper))
            {
                if (sums.TryGetValue(upper, out var sum))
                    sum.Add(figures, isDirect: upper == parent);
            }
        }

        foreach (var group in groups)
        {
            if (sums.TryGetValue(group.Index, out var sum))
                group.Related = [.. catalogue.Counts.SelectMany(count => sum.Of(edition.Units[group.Index].Code, count))];
        }
    }

    private bool IsCompared(UnitGroup group) =>
        edition.ChildrenOf(group.Index).Length > 0
        && group.Reports.Any(report => report.Figures.Counts.Any(figure => figure.Value >= catalogue.Rules.LeastCompared));

    // Of several reports of a unit the one of the latest day will stand, and of one day the last.
    private Dictionary<int, long> FiguresOf(UnitGroup group)
    {
        var figures = new Dictionary<int, long>();
        foreach (var figure in group.Reports.OrderBy(report => report.EffectiveOn).SelectMany(report => report.Figures.Counts))
        {
            if (catalogue.Find(figure.Indicator) is { Type: IndicatorType.Count, Slot: var slot })
                figures[slot] = figure.Value;
        }

        return figures;
    }

    private sealed class Sums(int counts)
    {
        private readonly long[] direct = new long[counts];
        private readonly long[] all = new long[counts];

        public void Add(Dictionary<int, long> figures, bool isDirect)
        {
            foreach (var (slot, value) in figures)
            {
                all[slot] += value;
                if (isDirect)
                    direct[slot] += value;
            }
        }

        public IEnumerable<RelatedFigure> Of(string unit, Indicator count) =>
            new[] { direct[count.Slot], all[count.Slot] }.Distinct()
                .Where(sum => sum > 0)
                .Select(sum => new RelatedFigure(unit, count.Id, sum));
    }
}
