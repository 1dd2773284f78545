using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Testing.Reference;

/// <summary>
/// The counting rules once more, as naively as they can be written and without a line of the product: for every unit and
/// every figure, look through all rows. What the product's totals are compared with.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="units">All units of the edition.</param>
/// <param name="reports">All rows of the ledger, in any order.</param>
public sealed class ReferenceFold(
    ReferenceCatalogue catalogue,
    IReadOnlyCollection<ReferenceUnit> units,
    IReadOnlyCollection<ReferenceReport> reports)
{
    private readonly Dictionary<string, ReferenceUnit> byCode = units.ToDictionary(unit => unit.Code);
    private readonly ILookup<string, ReferenceReport> byUnit = reports.ToLookup(report => report.Unit);

    /// <summary>The roll-up of a unit.</summary>
    /// <param name="code">The unit.</param>
    /// <param name="asOf">Only what is effective on or before that day; null for all.</param>
    /// <param name="knownAt">Only what was recorded by then; null for all.</param>
    public ReferenceRollUp RollUp(string code, DateOnly? asOf = null, DateTimeOffset? knownAt = null)
    {
        var area = units.Where(unit => IsWithin(unit, code)).ToList();
        var rollUp = new ReferenceRollUp { Code = code };

        foreach (var count in catalogue.Counts)
        {
            var values = area.ToDictionary(
                unit => unit.Code,
                unit => Winner(unit.Code, asOf, knownAt, report => report.Counts.ContainsKey(count))?.Counts[count] ?? 0);
            rollUp.Counts[count] = (values[code], values.Values.Sum());
        }

        foreach (var (name, status) in catalogue.Statuses)
        {
            var states = area.ToDictionary(
                unit => unit.Code,
                unit => Winner(unit.Code, asOf, knownAt, report => report.Statuses.ContainsKey(name))?.Statuses[name]);
            if (states[code] is { } own)
                rollUp.OwnStates[name] = own;
            foreach (var level in status.Levels)
            {
                var below = area.Where(unit => unit.Code != code && unit.Level == level).ToList();
                if (below.Count == 0)
                    continue;
                var line = rollUp.Statuses[$"{name}/{level}"] = new SortedDictionary<string, long>(StringComparer.Ordinal);
                foreach (var state in status.States)
                    line[state] = below.Count(unit => states[unit.Code] == state);
                line["unreported"] = below.Count(unit => states[unit.Code] is null);
                line["total"] = below.Count;
            }
        }

        foreach (var report in Standing(code, asOf, knownAt))
        {
            foreach (var figure in report.Declared.Keys)
                rollUp.Declared[figure] = Winner(code, asOf, knownAt, other => other.Declared.ContainsKey(figure))!.Declared[figure];
        }

        var models = area.ToDictionary(unit => unit.Code, unit => ModelsOf(unit.Code, asOf, knownAt));
        AddModels(rollUp, [.. models.Values.SelectMany(own => own)]);

        foreach (var level in catalogue.Levels)
        {
            var below = area.Where(unit => unit.Code != code && unit.Level == level).ToList();
            if (below.Count > 0)
                rollUp.Reporting[level] = (below.Count(unit => HasReported(unit.Code, asOf, knownAt)), below.Count);
        }

        var days = area.SelectMany(unit => Standing(unit.Code, asOf, knownAt)).Select(report => report.EffectiveOn).ToList();
        rollUp.LastReportedOn = days.Count == 0 ? null : days.Max();
        var instants = area.SelectMany(unit => Known(unit.Code, knownAt))
            .Where(report => !(report.EffectiveOn > asOf))
            .Select(report => report.RecordedAt)
            .ToList();
        rollUp.RecordedAt = instants.Count == 0 ? null : instants.Max();
        return rollUp;
    }

    private static void AddModels(ReferenceRollUp rollUp, List<(DateTimeOffset First, ReferenceModel Model)> models)
    {
        foreach (var same in models.GroupBy(model => ReferenceName.Key(model.Model.Name)))
        {
            rollUp.Models.Add(new ReferenceModel(
                same.OrderBy(model => model.First).ThenBy(model => model.Model.Name, StringComparer.Ordinal).First().Model.Name,
                [.. same.SelectMany(model => model.Model.Kinds).Distinct()],
                same.Sum(model => model.Model.Sites),
                same.Sum(model => model.Model.Groups),
                same.Count()));
        }

        rollUp.Sites = models.Sum(model => model.Model.Sites);
        rollUp.Groups = models.Sum(model => model.Model.Groups);
    }

    private bool IsWithin(ReferenceUnit unit, string code) =>
        unit.Code == code || (unit.Parent is not null && IsWithin(byCode[unit.Parent], code));

    private IEnumerable<ReferenceReport> Known(string code, DateTimeOffset? knownAt) =>
        byUnit[code].Where(report => !(report.RecordedAt > knownAt));

    // A withdrawal counts from the moment it is known, whatever day it was given.
    private IEnumerable<ReferenceReport> Standing(string code, DateOnly? asOf, DateTimeOffset? knownAt) =>
        Known(code, knownAt).Where(report =>
            report.Withdraws is null
            && !(report.EffectiveOn > asOf)
            && !Known(code, knownAt).Any(other => other.Withdraws == report.Sequence));

    private ReferenceReport? Winner(string code, DateOnly? asOf, DateTimeOffset? knownAt, Func<ReferenceReport, bool> states) =>
        Standing(code, asOf, knownAt).Where(states).OrderBy(report => report.EffectiveOn).ThenBy(report => report.Sequence).LastOrDefault();

    private List<(DateTimeOffset First, ReferenceModel Model)> ModelsOf(string code, DateOnly? asOf, DateTimeOffset? knownAt)
    {
        var found = new List<(DateTimeOffset First, ReferenceModel Model)>();
        var keys = Standing(code, asOf, knownAt).SelectMany(report => report.Models)
            .Select(model => ReferenceName.Key(model.Name))
            .Distinct();
        foreach (var key in keys)
        {
            var winner = Winner(code, asOf, knownAt, report => Named(report, key) is not null)!;
            var first = Standing(code, asOf, knownAt).Where(report => Named(report, key) is not null).MinBy(report => report.RecordedAt)!;
            var model = Named(winner, key)!;
            if (model.Sites > 0)
                found.Add((first.RecordedAt, model with { Name = Named(first, key)!.Name }));
        }

        return found;
    }

    private static ReferenceModel? Named(ReferenceReport report, string key) =>
        report.Models.FirstOrDefault(model => ReferenceName.Key(model.Name) == key);

    // Zero is a figure, of a model too.
    private bool HasReported(string code, DateOnly? asOf, DateTimeOffset? knownAt) =>
        Standing(code, asOf, knownAt).Any(report => report.Counts.Count > 0
            || report.Statuses.Count > 0
            || report.Declared.Count > 0
            || report.Models.Count > 0);
}
