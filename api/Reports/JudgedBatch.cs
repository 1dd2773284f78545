using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Api.Access;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;

namespace Aggregation.Api.Reports;

/// <summary>A batch after validation, and what its units have answered so far. Belongs to one request.</summary>
internal sealed class JudgedBatch
{
    private readonly ReportBatchInput batch;
    private readonly List<Fault>?[] faults;
    private readonly ReportOutcome?[] outcomes;
    private readonly List<UnitGroup> groups = [];
    private Dictionary<int, UnitGroup>? byUnit;
    private int faulty;

    /// <summary>Validates every report of a batch. The units that its submitter does not report for are not asked.</summary>
    public JudgedBatch(ReportBatchInput batch, ReportValidator validator, Edition edition, Submitter submitter, DateOnly today)
    {
        this.batch = batch;
        faults = new List<Fault>?[batch.Reports.Count];
        outcomes = new ReportOutcome?[batch.Reports.Count];
        List<Fault>? found = null;
        for (var place = 0; place < faults.Length; place++)
        {
            var input = batch.Reports[place];
            var unit = edition.IndexOf(input.Unit ?? "");
            var isForbidden = unit >= 0 && !submitter.MayReport(edition, unit);
            found ??= [];
            if (isForbidden)
                found.Add(Fault.At("/unit", AccessFaultCode.OutsideSubtree, input.Unit!, submitter.Unit!));
            var report = validator.Validate(input, edition, today, found);
            if (found.Count > 0)
                (faults[place], found, faulty) = (found, null, faulty + 1);
            NamesUnknownUnit |= unit < 0;
            if (report is not null && unit >= 0 && !isForbidden)
                GroupOf(unit).Add(place, report);
        }
    }

    /// <summary>The reports that could be built, by unit, in the order in which the units first appear.</summary>
    public IReadOnlyList<UnitGroup> Groups => groups;

    /// <summary>True when anything is wrong that is no repeat of a report recorded under other rules.</summary>
    public bool HasFaults => faulty > 0;

    /// <summary>True when a report is for a unit that the edition does not have.</summary>
    public bool NamesUnknownUnit { get; private set; }

    /// <summary>How many reports there are.</summary>
    public int Count => outcomes.Length;

    /// <summary>The unit of a report.</summary>
    public string UnitOf(int place) => batch.Reports[place].Unit ?? "";

    /// <summary>What became of a report; null while no unit has said.</summary>
    public ReportOutcome? OutcomeOf(int place) => outcomes[place];

    /// <summary>The code of the first thing that is wrong with a report; null when nothing is.</summary>
    public string? ReasonOf(int place) =>
        faults[place] is [{ } own, ..] ? own.Code : outcomes[place] is { Faults: [{ } found, ..] } ? found.Code : null;

    /// <summary>Takes a unit's answer. The repeat of a recorded report is right, whatever today's rules say of it.</summary>
    public void Take(UnitGroup group, IReadOnlyList<ReportOutcome> answers)
    {
        for (var answer = 0; answer < answers.Count; answer++)
        {
            var place = group.Places[answer];
            outcomes[place] = answers[answer];
            if (faults[place] is not null && answers[answer] is { Verdict: ReportVerdict.Duplicate, Sequence: not null })
                (faults[place], faulty) = (null, faulty - 1);
        }
    }

    /// <summary>True when some unit gave this verdict.</summary>
    public bool Any(ReportVerdict verdict) => Array.Exists(outcomes, outcome => outcome?.Verdict == verdict);

    /// <summary>How many units gave this verdict.</summary>
    public int CountOf(ReportVerdict verdict)
    {
        var count = 0;
        foreach (var outcome in outcomes)
        {
            if (outcome?.Verdict == verdict)
                count++;
        }

        return count;
    }

    /// <summary>Everything that is wrong, in the order of the batch, with pointers from its root.</summary>
    public IEnumerable<Fault> Faults() => Enumerable.Range(0, Count)
        .SelectMany(place => (faults[place] ?? []).Concat(OfUnit(place)).Select(fault => fault.Under(JsonPointer.Of("/reports", place))));

    // The unit holds a report against the same rules again: what was found at the door is told once.
    private IEnumerable<Fault> OfUnit(int place) => (outcomes[place]?.Faults ?? [])
        .Where(fault => faults[place]?.Exists(known => string.Equals(known.Code, fault.Code, StringComparison.Ordinal)) != true);

    private UnitGroup GroupOf(int unit)
    {
        // Most batches are of one unit, which needs no table.
        if (groups.Count > 0 && groups[^1].Index == unit)
            return groups[^1];
        byUnit ??= [];
        if (byUnit.TryGetValue(unit, out var group))
            return group;
        group = new UnitGroup(unit);
        byUnit.Add(unit, group);
        groups.Add(group);
        return group;
    }
}
