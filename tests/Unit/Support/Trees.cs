using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Units;

namespace Aggregation.Tests.Support;

/// <summary>Small lists of units.</summary>
internal static class Trees
{
    public const int Nation = 0;
    public const int Province = 1;
    public const int District = 2;
    public const int Commune = 3;

    /// <summary>A unit whose level follows from its code.</summary>
    public static Unit Unit(int id, string code, string? parent, string? name = null, bool simulated = false)
    {
        var level = code.Length switch { 2 when parent is null => Nation, 2 => Province, 3 => District, _ => Commune };
        return new Unit(id, code, name ?? "Đơn vị " + code, "Kind", level, parent, null, simulated);
    }

    /// <summary>
    /// Eleven units: two provinces; one with two districts of two communes and one commune directly below it, one with a
    /// district that has no commune (as the five island districts) and a district of one commune.
    /// </summary>
    public static List<Unit> SmallUnits(int firstId = 1) =>
    [
        .. new (string Code, string? Parent)[]
        {
            ("VN", null), ("01", "VN"), ("48", "VN"), ("001", "01"), ("002", "01"), ("00001", "001"), ("00004", "001"),
            ("00100", "002"), ("00101", "01"), ("498", "48"), ("490", "48"), ("20200", "490"),
        }.Select((unit, place) => Unit(firstId + place, unit.Code, unit.Parent)),
    ];

    /// <summary>The small edition.</summary>
    public static Edition Small(string name = "2023", int generation = 1, int firstId = 1) => new(name, generation, SmallUnits(firstId));

    /// <summary>A list of the size of 2023: 63 provinces, 705 districts, 10,599 communes.</summary>
    public static List<Unit> RealSizeUnits()
    {
        var units = new List<Unit> { Unit(1, "VN", null) };
        for (var province = 1; province <= 63; province++)
            units.Add(Unit(units.Count + 1, Code(province, 2), "VN"));
        for (var district = 1; district <= 705; district++)
            units.Add(Unit(units.Count + 1, Code(district, 3), Code(1 + (district * 7 % 63), 2)));
        for (var commune = 1; commune <= 10_599; commune++)
            units.Add(Unit(units.Count + 1, Code(commune, 5), Code(1 + (commune * 11 % 705), 3)));
        return units;
    }

    private static string Code(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
