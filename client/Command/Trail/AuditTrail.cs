using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Texts;

namespace Aggregation.Commands.Trail;

/// <summary>
/// What has become of the figures that a unit reported. Of two reports of one figure the one of the later day wins, and
/// within one day the one with the higher number; what was withdrawn counts for nothing.
/// </summary>
internal sealed class AuditTrail
{
    private readonly Dictionary<int, LedgerReport> rows;
    private readonly ILookup<string, LedgerReport> stating;

    /// <summary>Takes every report of the unit, in any order.</summary>
    public AuditTrail(IReadOnlyCollection<LedgerReport> all)
    {
        rows = all.ToDictionary(row => row.Sequence);
        stating = all.Where(row => row.WithdrawnBy is null)
            .SelectMany(row => Stated(row).Select(figure => (Name: NameOf(figure.Figure), Row: row)))
            .ToLookup(figure => figure.Name, figure => figure.Row, StringComparer.Ordinal);
    }

    /// <summary>The figures of one of the reports: statuses, counts, models, declared ones.</summary>
    public IEnumerable<TrailFigure> FiguresOf(LedgerReport row) =>
        Stated(row).Select(figure => Judge(row, figure.Figure, figure.Value, figure.Groups));

    private TrailFigure Judge(LedgerReport row, string figure, string value, long? groups)
    {
        if (row.WithdrawnBy is { } sequence)
            return new TrailFigure(row.Sequence, figure, value, groups, FigureFate.Withdrawn, Of(rows.GetValueOrDefault(sequence)));
        var others = stating[NameOf(figure)];
        var correction = others.Where(other => other.EffectiveOn == row.EffectiveOn && other.Sequence > row.Sequence)
            .MinBy(other => other.Sequence);
        if (correction is not null)
            return new TrailFigure(row.Sequence, figure, value, groups, FigureFate.Corrected, Of(correction));
        var next = others.Where(other => other.EffectiveOn > row.EffectiveOn)
            .OrderBy(other => other.EffectiveOn)
            .ThenByDescending(other => other.Sequence)
            .FirstOrDefault();
        return new TrailFigure(row.Sequence, figure, value, groups, next is null ? FigureFate.Stands : FigureFate.Followed, Of(next));
    }

    private static IEnumerable<(string Figure, string Value, long? Groups)> Stated(LedgerReport row) =>
        row.Statuses.Select(status => ("/statuses/" + status.Key, status.Value, (long?)null))
            .Concat(row.Counts.Select(count => ("/counts/" + count.Key, Text(count.Value), (long?)null)))
            .Concat(row.Models.Select(model => ("/models/" + model.Name, Text(model.Sites), (long?)model.Groups)))
            .Concat(row.Declared.Select(declared => ("/declared/" + declared.Key, Text(declared.Value), (long?)null)));

    // A model is the same one in every spelling of its name.
    private static string NameOf(string figure) =>
        figure.StartsWith("/models/", StringComparison.Ordinal) ? "/models/" + NameText.Normalize(figure["/models/".Length..]) : figure;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static TrailReport? Of(LedgerReport? row) =>
        row is null ? null : new TrailReport(row.Sequence, row.EffectiveOn, row.RecordedAt, row.Reporter);
}
