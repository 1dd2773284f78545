using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Texts;

namespace Aggregation.Files.Columns;

/// <summary>The columns of the template, made from a catalogue.</summary>
internal sealed class FileColumns
{
    private static readonly string[] DeclaredModels = ["models", "sites", "groups"];

    private readonly Dictionary<string, FileColumn> byHeading = new(StringComparer.Ordinal);

    /// <summary>Makes the columns.</summary>
    public FileColumns(PublishedCatalogue catalogue)
    {
        var unit = Named(ColumnKind.UnitCode, "unit");
        var name = Named(ColumnKind.UnitName, "unitName");
        var day = Named(ColumnKind.Day, "effectiveOn");
        var indicators = catalogue.Indicators.Select(indicator => indicator.Type == "count"
            ? Own(new FileColumn(ColumnKind.Count, indicator.Id, Capital(indicator.Label)) { Indicator = indicator })
            : new FileColumn(ColumnKind.Status, indicator.Id, Capital(indicator.Label)) { Indicator = indicator }).ToArray();
        var declared = DeclaredModels.Select(id => Named(ColumnKind.Declared, FileColumn.DeclaredPrefix + id))
            .Concat(indicators.Where(column => column.Kind == ColumnKind.Count).Select(Declare));
        Figures = [unit, name, day, .. indicators, .. declared, Named(ColumnKind.Note, "note")];
        Models = [unit, name, day, Named(
            ColumnKind.ModelName,
            "name"), Named(ColumnKind.ModelKinds, "kinds"), Own(Named(ColumnKind.Sites, "sites")), Own(Named(ColumnKind.Groups, "groups"))];
        Faults = Named(ColumnKind.Faults, "faults");
        foreach (var column in Figures.Concat(Models).Append(Faults))
        {
            // Older templates have the bare name for a heading.
            foreach (var heading in new[] { column.Id, column.Heading.Vi, column.Heading.En, column.Label.Vi, column.Label.En })
                byHeading.TryAdd(NameText.Normalize(heading), column);
        }
    }

    /// <summary>The columns of the sheet of figures.</summary>
    public IReadOnlyList<FileColumn> Figures { get; }

    /// <summary>The columns of the sheet of models.</summary>
    public IReadOnlyList<FileColumn> Models { get; }

    /// <summary>The column that a marked copy adds.</summary>
    public FileColumn Faults { get; }

    /// <summary>The column of a heading in either language, or by id; null when the template has none such.</summary>
    public FileColumn? Find(string heading) => byHeading.GetValueOrDefault(NameText.Normalize(heading));

    private static FileColumn Named(ColumnKind kind, string id) => new(kind, id, Words("Column." + id));

    // What adds up: each figure is of the unit itself, whatever lies below it.
    private static FileColumn Own(FileColumn column) => column with { Heading = Format("Column.own", column.Label) };

    private static FileColumn Declare(FileColumn count) =>
        new(ColumnKind.Declared, FileColumn.DeclaredPrefix + count.Id, Format("Column.declared", count.Label));

    private static Translated Format(string name, Translated label)
    {
        var form = Words(name);
        return new Translated(
            string.Format(CultureInfo.InvariantCulture, form.Vi, label.Vi),
            string.Format(CultureInfo.InvariantCulture, form.En, label.En));
    }

    private static Translated Words(string name) => new(FileWords.Get(FileWords.Vietnamese, name), FileWords.Get(FileWords.English, name));

    private static Translated Capital(Translated label) => new(Capital(label.Vi), Capital(label.En));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
