using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;
using Aggregation.Files.Columns;

namespace Aggregation.Files.Templates;

/// <summary>
/// The template that provinces fill in, with their own units and the indicators of the catalogue; its headings are Vietnamese.
/// </summary>
public sealed class ReportTemplate
{
    /// <summary>Makes a template.</summary>
    /// <param name="catalogue">What can be reported.</param>
    /// <param name="units">The units that get a row, in order.</param>
    public ReportTemplate(PublishedCatalogue catalogue, IReadOnlyList<RegistryUnit> units)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(units);
        Catalogue = catalogue;
        Units = units;
        Columns = new FileColumns(catalogue);
    }

    /// <summary>What can be reported.</summary>
    internal PublishedCatalogue Catalogue { get; }

    /// <summary>The units that get a row.</summary>
    internal IReadOnlyList<RegistryUnit> Units { get; }

    /// <summary>The columns of its sheets.</summary>
    internal FileColumns Columns { get; }

    /// <summary>A unit and everything below it: upper levels first, as the registry has them.</summary>
    /// <param name="all">The whole registry, upper levels first.</param>
    /// <param name="code">The unit's code.</param>
    public static IReadOnlyList<RegistryUnit> Within(IEnumerable<RegistryUnit> all, string code)
    {
        ArgumentNullException.ThrowIfNull(all);
        var codes = new HashSet<string>(StringComparer.Ordinal) { code };
        var within = new List<RegistryUnit>();
        foreach (var unit in all)
        {
            if (unit.Code != code && (unit.Parent is null || !codes.Contains(unit.Parent)))
                continue;
            codes.Add(unit.Code);
            within.Add(unit);
        }

        return within;
    }

    /// <summary>The template as a workbook (XLSX): sheets for figures, models and notes.</summary>
    public byte[] ToWorkbook() => WorkbookTemplate.Write(this);

    /// <summary>
    /// The sheet of figures as CSV (UTF-8 with a byte order mark, <c>;</c> between fields, which spreadsheets set to Vietnamese expect).
    /// </summary>
    public byte[] ToFiguresCsv() => CsvTemplate.Write(Columns.Figures, Units);

    /// <summary>The sheet of models as CSV, with no rows yet.</summary>
    public byte[] ToModelsCsv() => CsvTemplate.Write(Columns.Models, []);

    /// <summary>Whether units of that level report what a column says.</summary>
    internal static bool Applies(FileColumn column, RegistryUnit unit) =>
        column.Indicator is not { } indicator || indicator.Levels.Contains(unit.Level, StringComparer.Ordinal);

    /// <summary>What the notes say of a column.</summary>
    internal string NoteOf(FileColumn column, CultureInfo language)
    {
        var isEnglish = language.Equals(FileWords.English);
        var (name, labels) = column.Kind switch
        {
            ColumnKind.Count => ("count", []),
            ColumnKind.Status => ("status", column.Indicator!.States.Select(state => column.Indicator.StateLabels[state])),
            ColumnKind.Declared => ("declared", []),
            ColumnKind.ModelKinds => (column.Id, Catalogue.ModelKinds.Select(kind => Catalogue.ModelKindLabels[kind])),
            _ => (column.Id, Enumerable.Empty<Translated>()),
        };
        return string.Format(
            CultureInfo.InvariantCulture,
            FileWords.Get(language, "Note." + name),
            string.Join("; ", labels.Select(label => isEnglish ? label.En : label.Vi)));
    }
}
