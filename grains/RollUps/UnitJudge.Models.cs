using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Reports;

namespace Aggregation.Grains.RollUps;

/// <summary>How many models would stand.</summary>
internal sealed partial class UnitJudge
{
    // A report that names only models that stand is never refused: limits may have been lower when they came.
    private ImmutableArray<Fault> JudgeModels(Report report)
    {
        var (reported, limits) = (report.Figures.Models, catalogue.ModelLimits);
        if (reported.IsEmpty)
            return [];
        if (reported.Length > limits.PerReport)
            return [Fault.At("/models", FaultCode.TooManyModels, Text(reported.Length), Text(limits.PerReport))];
        if (history.Fold.ModelCount + entries.Sum(entry => entry.Report.Figures.Models.Length) + reported.Length <= limits.PerUnit)
            return [];

        var names = StandingNames();
        var before = names.Count;
        names.UnionWith(reported.Select(model => model.NormalName));
        return names.Count > before && names.Count > limits.PerUnit
            ? [Fault.At("/models", FaultCode.TooManyStandingModels, Text(names.Count), Text(limits.PerUnit))]
            : [];
    }

    private HashSet<string> StandingNames()
    {
        var names = rows is null
            ? new HashSet<string>(history.Fold.ModelNames, StringComparer.Ordinal)
            : rows.Where(Stands).SelectMany(row => row.Figures.Models).Select(model => model.NormalName).ToHashSet(StringComparer.Ordinal);
        for (var place = 0; place < entries.Count; place++)
        {
            if (!withdrawnBy.ContainsKey(history.Rows + place + 1))
                names.UnionWith(entries[place].Report.Figures.Models.Select(model => model.NormalName));
        }

        return names;
    }
}
