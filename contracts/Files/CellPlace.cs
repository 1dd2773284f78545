using System;
using System.Globalization;

namespace Aggregation.Files;

/// <summary>A place in a file.</summary>
/// <param name="Sheet">The sheet's name; null in a CSV file.</param>
/// <param name="Row">The row from 1, as a spreadsheet numbers them; 0 for the whole sheet or file.</param>
/// <param name="Column">The column from 1; 0 for the whole row.</param>
public readonly record struct CellPlace(string? Sheet, int Row, int Column)
{
    /// <summary>The cell in A1 notation, such as <c>C7</c>; null where no single cell is meant.</summary>
    public string? Cell => Row > 0 && Column > 0 ? LettersOf(Column) + Row.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The place as a JSON pointer, such as <c>/sheets/Mô hình/rows/7/columns/3</c>.</summary>
    public string Pointer
    {
        get
        {
            var sheet = Sheet is null
                ? ""
                : "/sheets/" + Sheet.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            var row = Row > 0 ? string.Create(CultureInfo.InvariantCulture, $"/rows/{Row}") : "";
            return Row > 0 && Column > 0 ? string.Create(CultureInfo.InvariantCulture, $"{sheet}{row}/columns/{Column}") : sheet + row;
        }
    }

    /// <summary>The letters of a column from 1: <c>A</c>, <c>Z</c>, <c>AA</c>.</summary>
    public static string LettersOf(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>The column of a reference such as <c>AA12</c>, from 1; 0 when it names none.</summary>
    public static int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 1_000)
                break;
            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }
}
