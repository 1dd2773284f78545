using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Aggregation.Bench.Output;

/// <summary>Figures as lines of a table that is also Markdown.</summary>
internal static class FigureTable
{
    /// <summary>The whole table.</summary>
    public static string Of(IEnumerable<Figure> figures) =>
        "| section | figure | value | ratio | bar | kept | note |\n|---|---|---:|---|---|---|---|\n"
            + string.Join('\n', figures.Select(Line));

    /// <summary>One line of it.</summary>
    public static string Line(Figure figure)
    {
        var kept = figure.Bar switch { null => "", { IsMet: true } => "yes", _ => "NO" };
        return $"| {figure.Section,-6} | {figure.Name,-58} | {Say(figure.Value),9} {figure.Unit,-10} | {figure.Ratio,-14} | "
            + $"{figure.Bar?.Text,-10} | {kept,-4} | {figure.Note} |";
    }

    private static string Say(double value) =>
        value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
