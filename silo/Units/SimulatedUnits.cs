using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;

namespace Aggregation.Silo.Units;

/// <summary>
/// The list a silo starts on until an official one is imported: the real provinces, each with as many simulated districts
/// and communes as it really has. Their codes can never be real and their names say so.
/// </summary>
public static class SimulatedUnits
{
    private const string Nation = "VN";

    /// <summary>Makes the edition, generation 1.</summary>
    public static Edition Make(string edition, IndicatorCatalogue catalogue, ImmutableArray<SeedProvince> provinces)
    {
        var units = new List<Unit>();
        var province = catalogue.LevelOf("province");
        var district = catalogue.LevelOf("district");
        var commune = catalogue.LevelOf("commune");
        Add(Nation, "Việt Nam", "Quốc gia", 0, null, null, simulated: false);
        foreach (var seed in provinces)
        {
            Add(seed.Code, seed.Name, seed.Kind, province, Nation, seed.Region, simulated: false);
            for (var number = 1; number <= seed.Districts; number++)
                AddDistrict(seed, number);
        }

        return new Edition(edition, 1, units);

        void AddDistrict(SeedProvince seed, int number)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"S{seed.Code}-{number:000}");
            Add(code, string.Create(
                CultureInfo.InvariantCulture,
                $"Huyện mô phỏng {seed.Code}-{number:000}"), "Huyện", district, seed.Code, null, simulated: true);

            // Spread evenly: the first communes % districts of them have one more.
            var communes = (seed.Communes / seed.Districts) + (number <= seed.Communes % seed.Districts ? 1 : 0);
            for (var place = 1; place <= communes; place++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $"{number:000}-{place:00000}");
                Add($"S{seed.Code}-{suffix}", $"Xã mô phỏng {seed.Code}-{suffix}", "Xã", commune, code, null, simulated: true);
            }
        }

        void Add(string code, string name, string kind, int level, string? parent, string? region, bool simulated) =>
            units.Add(new Unit(units.Count + 1, code, name, kind, level, parent, region, simulated));
    }
}
