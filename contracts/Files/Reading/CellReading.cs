using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Content;
using Aggregation.Files.Texts;
using Aggregation.Texts;

namespace Aggregation.Files.Reading;

/// <summary>Reads single cells; what cannot be read is null and a fault.</summary>
/// <param name="catalogue">What can be reported.</param>
/// <param name="today">Today in Asia/Ho_Chi_Minh.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class CellReading(PublishedCatalogue catalogue, DateOnly today, FaultList faults)
{
    private const long MaxFigure = 1_000_000_000;
    private static readonly char[] BetweenKinds = [',', ';', '\n', '+'];

    private readonly Dictionary<string, Dictionary<string, string>> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> kindsByLabel = ByLabel(catalogue.ModelKinds, catalogue.ModelKindLabels);

    /// <summary>The code of what is wrong with a cell whatever it should hold; null when nothing is.</summary>
    public static string? FindBroken(SheetCell cell) => cell.Kind switch
    {
        CellKind.Error => FileFaultCode.ErrorCell,
        CellKind.NoValue => FileFaultCode.NoStoredValue,
        _ => null,
    };

    /// <summary>A whole number from 0 to 10⁹.</summary>
    public long? ReadFigure(SheetCell cell, CellPlace place)
    {
        if (IsBroken(cell, place))
            return null;
        if (cell.Kind is CellKind.Day or CellKind.PartOfDay)
            return Refuse(place, FileFaultCode.DayNotNumber, DayOf(cell.Text));
        var text = cell.Text.Trim();

        // What a workbook holds as a number has no separators: a point in it is the decimal point.
        var reading = NumberText.Read(text, out var number);
        if (reading == NumberReading.NotWhole || (reading == NumberReading.Ambiguous && cell.Kind == CellKind.Number))
            return Refuse(place, FileFaultCode.NotWhole, text);
        if (reading == NumberReading.Ambiguous)
        {
            var parts = text.Split('.', ',');
            return Refuse(place, FileFaultCode.AmbiguousNumber, text, string.Concat(parts), parts[0], parts[1]);
        }

        return number is >= 0 and <= MaxFigure ? number : Refuse(place, FileFaultCode.OutOfRange, text);
    }

    // A workbook's day is said as people write days.
    private static object DayOf(string text) => DayText.TryParse(text, out var day) ? day : text;

    /// <summary>A day from 2000-01-01 to today.</summary>
    public DateOnly? ReadDay(SheetCell cell, CellPlace place)
    {
        if (IsBroken(cell, place))
            return null;
        var text = cell.Text.Trim();
        if (cell.Kind == CellKind.PartOfDay)
            faults.Add(place, FileFaultCode.PartOfDay, DayOf(text));
        else if (cell.Kind == CellKind.Number || !DayText.TryParse(text, out var day))
            faults.Add(place, FileFaultCode.NotADay, text);
        else if (day < DayText.First)
            faults.Add(place, FileFaultCode.TooEarly, day);
        else if (day > today)
            faults.Add(place, FileFaultCode.InTheFuture, day, today);
        else
            return day;
        return null;
    }

    /// <summary>A state of a status, by its id or by its label in either language.</summary>
    public string? ReadState(SheetCell cell, CellPlace place, PublishedIndicator status)
    {
        if (IsBroken(cell, place))
            return null;
        if (!states.TryGetValue(status.Id, out var byLabel))
            states[status.Id] = byLabel = ByLabel(status.States, status.StateLabels);
        var state = byLabel.GetValueOrDefault(NameText.Normalize(cell.Text));
        if (state is null)
            faults.Add(place, FileFaultCode.UnknownState, cell.Text.Trim(), status.States.Select(known => LabelOf(
                known,
                status.StateLabels)));
        return state;
    }

    /// <summary>The kinds of a model, by their ids or labels, with commas between them.</summary>
    public IReadOnlyList<string>? ReadKinds(SheetCell cell, CellPlace place)
    {
        if (IsBroken(cell, place))
            return null;
        var kinds = new List<string>();
        var isRight = true;

        // Of more parts than there are kinds, one is wrong whatever follows.
        foreach (var text in cell.Text.Split(
            BetweenKinds,
            catalogue.ModelKinds.Count + 1,
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var kind = kindsByLabel.GetValueOrDefault(NameText.Normalize(text));
            isRight &= kind is not null && !kinds.Contains(kind, StringComparer.Ordinal);
            if (kind is null)
                faults.Add(place, FileFaultCode.UnknownKind, text, catalogue.ModelKinds.Select(known => LabelOf(
                    known,
                    catalogue.ModelKindLabels)));
            else if (kinds.Contains(kind, StringComparer.Ordinal))
                faults.Add(place, FileFaultCode.KindTwice, text);
            else
                kinds.Add(kind);
        }

        return isRight ? kinds : null;
    }

    /// <summary>A text on one line: spreadsheets let people break lines within a cell, the API takes none.</summary>
    public string? ReadText(SheetCell cell, CellPlace place)
    {
        if (IsBroken(cell, place))
            return null;
        if (ReadableText.Find(cell.Text) is { } found)
        {
            faults.Add(place, found.Code, found.Detail);
            return null;
        }

        return string.Join(' ', cell.Text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, string> ByLabel(IReadOnlyList<string> ids, IReadOnlyDictionary<string, Translated> labels)
    {
        var byLabel = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            foreach (var label in labels.TryGetValue(id, out var translated) ? [id, translated.Vi, translated.En] : new[] { id })
                byLabel.TryAdd(NameText.Normalize(label), id);
        }

        return byLabel;
    }

    private static string LabelOf(string id, IReadOnlyDictionary<string, Translated> labels) =>
        labels.TryGetValue(id, out var label) ? label.Vi : id;

    private bool IsBroken(SheetCell cell, CellPlace place)
    {
        if (FindBroken(cell) is not { } code)
            return false;
        faults.Add(place, code, cell.Text);
        return true;
    }

    private long? Refuse(CellPlace place, string code, params object[] arguments)
    {
        faults.Add(place, code, arguments);
        return null;
    }
}
