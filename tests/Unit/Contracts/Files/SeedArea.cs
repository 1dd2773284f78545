using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Aggregation.Api.Reports.Files;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Files;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>The shipped catalogue over a small list of units, as the silo gives it to the reader.</summary>
internal sealed class SeedArea : IReportingArea
{
    public static readonly SeedArea Small = new(
    [
        ("VN", "Việt Nam", "Quốc gia", 0, null),
        ("01", "Thành phố Hà Nội", "Thành phố", 1, "VN"),
        ("001", "Quận Ba Đình", "Quận", 2, "01"),
        ("101", "Quận Thử", "Quận", 2, "01"),
        ("00001", "Phường Phúc Xá", "Phường", 3, "001"),
        ("00004", "Phường Trúc Bạch", "Phường", 3, "001"),
        ("00101", "Xã Hòa Thử", "Xã", 3, "101"),
    ]);

    private readonly RegistryArea area;

    public SeedArea(IEnumerable<(string Code, string Name, string Kind, int Level, string? Parent)> rows)
    {
        var edition = new Edition(
            "2023",
            1,
            rows.Select((row, place) => new Unit(place + 1, row.Code, row.Name, row.Kind, row.Level, row.Parent, null, Simulated: false)));
        area = new RegistryArea(Seed.Catalogue, edition);
        Units = [.. edition.Units.OrderBy(unit => unit.Level)
            .ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .Select(unit => area.FindUnit(unit.Code)!)];
    }

    /// <summary>The real list of 2023, where it is at hand.</summary>
    public static SeedArea Real() => new(File.ReadLines(RealLists.PathOf("units-2023.csv")).Skip(1).Select(line => line.Split(','))
        .Select(field => (field[0], field[1], field[2], Array.IndexOf(
            ["nation", "province", "district", "commune"],
            field[3]), field[4].Length == 0 ? null : field[4]))!);

    public PublishedCatalogue Catalogue => area.Catalogue;

    /// <summary>All units, upper levels first.</summary>
    public IReadOnlyList<RegistryUnit> Units { get; }

    public RegistryUnit? FindUnit(string code) => area.FindUnit(code);
}
