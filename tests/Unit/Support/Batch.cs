using System;
using System.Collections.Immutable;
using System.Linq;
using Aggregation.Domain.Reports;

namespace Aggregation.Tests.Support;

/// <summary>Short ways to write reports.</summary>
internal static class Batch
{
    public static Report Counts(string key, int day, params (string Indicator, long Value)[] counts) => new(
        key,
        Draw.Day.AddDays(day),
        new Figures
        {
            Counts = [.. counts.OrderBy(count => count.Indicator, StringComparer.Ordinal)
            .Select(count => new CountFigure(count.Indicator, count.Value))]
        },
        null);

    public static Report Agencies(string key, int day, long? whole, long? part) => Counts(
        key,
        day,
        [.. whole is { } all ? new[] { ("agencies", all) } : [], .. part is { } safe ? new[] { ("safe-agencies", safe) } : []]);

    public static Report Committee(string key, int day, string state) =>
        new(key, Draw.Day.AddDays(day), new Figures { Statuses = [new StatusFigure("committee", state)] }, null);

    public static Report Model(string key, int day, string name, long sites) =>
        new(key, Draw.Day.AddDays(day), new Figures { Models = [new ModelFigure(name, ["other"], sites, sites)] }, null);

    public static Report Withdrawal(string key, int sequence, int day = 0) => new(key, Draw.Day.AddDays(day), Figures.None, sequence);

    public static string Text(this ImmutableArray<ReportOutcome> outcomes) => string.Join(", ", outcomes.Select(outcome =>
        string.Join(' ', new[] { outcome.Verdict.ToString(), outcome.Sequence?.ToString(System.Globalization.CultureInfo.InvariantCulture) }
            .Concat(outcome.Faults.SelectMany(fault => new[] { fault.Pointer, fault.Code })).Where(text => text is not null))));
}
