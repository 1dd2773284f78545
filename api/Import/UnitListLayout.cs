using System;
using System.Linq;
using Aggregation.Domain.Import;

namespace Aggregation.Api.Import;

/// <summary>Which column of a file says what.</summary>
internal sealed class UnitListLayout
{
    private static readonly string[] Own = ["code", "name", "kind", "level", "parent", "region"];
    private static readonly string[] Communes = ["Mã", "Tên", "Tên Tiếng Anh", "Cấp", "Mã QH", "Quận Huyện", "Mã TP", "Tỉnh / Thành Phố"];
    private static readonly string[] Districts = ["Mã", "Tên", "Tên Tiếng Anh", "Cấp", "Mã TP", "Tỉnh / Thành Phố"];

    private readonly Func<int, string[], UnitListRow> toRow;

    private UnitListLayout(int columns, Func<int, string[], UnitListRow> toRow)
    {
        Columns = columns;
        this.toRow = toRow;
    }

    /// <summary>How many columns every line has.</summary>
    public int Columns { get; }

    /// <summary>The layout of a header; null when it is none of the three.</summary>
    public static UnitListLayout? Find(string[] header)
    {
        if (Matches(header, Own))
            return new UnitListLayout(
                Own.Length,
                (line, field) => new UnitListRow(line, field[0], field[1], field[2], field[3], field[4], field[5]));
        if (Matches(header, Own[..5]))
            return new UnitListLayout(
                Own.Length - 1,
                (line, field) => new UnitListRow(line, field[0], field[1], field[2], field[3], field[4], null));
        if (Matches(header, Communes))
            return new UnitListLayout(
                Communes.Length,
                (line, field) => new UnitListRow(line, field[0], field[1], field[3], "commune", field[4], null));
        if (Matches(header, Districts))
            return new UnitListLayout(
                Districts.Length,
                (line, field) => new UnitListRow(line, field[0], field[1], field[3], "district", field[4], null));
        return null;
    }

    /// <summary>A line's unit.</summary>
    public UnitListRow ToRow(int line, string[] fields) => toRow(line, fields);

    // A spreadsheet may have composed the letters otherwise, or changed case.
    private static bool Matches(string[] header, string[] columns) =>
        header.Length == columns.Length
        && header.Zip(columns)
            .All(pair => string.Equals(pair.First.Trim().Normalize(), pair.Second.Normalize(), StringComparison.OrdinalIgnoreCase));
}
