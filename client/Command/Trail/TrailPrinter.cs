using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Commands.Output;
using Aggregation.Contracts;

namespace Aggregation.Commands.Trail;

/// <summary>Shows the audit trail: a line for each figure; at a terminal what a report's lines share stands once.</summary>
/// <param name="printer">Where.</param>
/// <param name="words">What things are called.</param>
internal sealed class TrailPrinter(Printer printer, CatalogueWords words)
{
    private const int Shared = 4;

    public void Print(TrailPage page)
    {
        string[] headings =
        [
            "#" + Words.Get("Sequence"), Words.Get("EffectiveOn"), Words.Get("RecordedAt"), Words.Get("Reporter"),
            Words.Get("Figures"), Words.Get("Trail.Value"), Words.Get("Trail.Fate"),
        ];
        var figures = page.Figures.ToLookup(figure => figure.Sequence);
        if (printer.IsTerminal)
            printer.Table(headings, page.Items.SelectMany(row => Once(Lines(row, figures[row.Sequence], page.Keys).Concat(Remark(row)))));
        else
            printer.Table([.. headings, Words.Get("Note"), Words.Get("IdempotencyKey")], page.Items.SelectMany(row => Lines(
                row,
                figures[row.Sequence],
                page.Keys).Select(line => (string[])[.. line, row.Note ?? "", row.IdempotencyKey])));
    }

    private IEnumerable<string[]> Lines(LedgerReport row, IEnumerable<TrailFigure> figures, IReadOnlyDictionary<string, string> keys)
    {
        string[] shared =
        [
            row.Sequence.ToString(CultureInfo.InvariantCulture),
            Figure.Of(row.EffectiveOn),
            Figure.Of(row.RecordedAt),
            NameOf(row.Reporter, keys)
        ];
        return row.Withdraws is { } withdrawn
            ? [[.. shared, Words.Get("Trail.withdraws"), withdrawn.ToString(CultureInfo.InvariantCulture), ""]]
            : figures.Select(figure => (string[])[.. shared, LabelOf(figure), ValueOf(figure), FateOf(figure)]);
    }

    private static IEnumerable<string[]> Remark(LedgerReport row) =>
        row.Note is { } note ? [["", "", "", "", Words.Get("Note"), note, ""]] : [];

    private static IEnumerable<string[]> Once(IEnumerable<string[]> lines) =>
        lines.Select((line, place) => place == 0 ? line : [.. Enumerable.Repeat("", Shared), .. line[Shared..]]);

    private string LabelOf(TrailFigure figure)
    {
        var (kind, name) = Split(figure);
        return kind switch
        {
            "declared" => Words.Get("Trail.Declared", words.LabelOf(name)),
            "models" => name,
            _ => words.LabelOf(name),
        };
    }

    private string ValueOf(TrailFigure figure)
    {
        var (kind, name) = Split(figure);
        if (kind == "statuses")
            return words.StateOf(name, figure.Value);
        var number = long.Parse(figure.Value, CultureInfo.InvariantCulture);
        if (kind != "models")
            return Figure.Of(number);
        return number == 0 ? Words.Get("Trail.Removed") : Words.Get("Trail.Sites", Figure.Of(number), Figure.Of(figure.Groups ?? 0));
    }

    private static string FateOf(TrailFigure figure) => figure.By is not { } by
        ? Words.Get("Trail." + NameOf(figure.Fate))
        : Words.Get("Trail." + NameOf(figure.Fate), by.Sequence, by.Reporter, Figure.Of(by.RecordedAt), Figure.Of(by.EffectiveOn));

    private static string NameOf(FigureFate fate) => fate.ToString().ToLowerInvariant();

    private static string NameOf(string key, IReadOnlyDictionary<string, string> keys) =>
        keys.TryGetValue(key, out var note) ? $"{key} ({note})" : key;

    private static (string Kind, string Name) Split(TrailFigure figure)
    {
        var parts = figure.Figure.Split('/', 3);
        return (parts[1], parts[2]);
    }
}
