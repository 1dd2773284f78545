using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Units;
using Aggregation.Silo.Hosting;
using Aggregation.Silo.Units;

namespace Aggregation.Bench.Load;

/// <summary>Registries to measure in.</summary>
internal static class BenchUnits
{
    /// <summary>The edition's name.</summary>
    public const string Edition = "2023";

    private const int Commune = 3;

    /// <summary>How many units the simulated registry has.</summary>
    public const int Usual = 11_368;

    /// <summary>The registry a silo starts on by itself: 11,368 units.</summary>
    public static Edition Simulated() => Make(static province => province);

    /// <summary>Ten times as many, 113,680: the same provinces with ten times the districts, as large as those that are.</summary>
    public static Edition TenTimes()
    {
        const int Provinces = 63;
        // The nation and the provinces are not multiplied; communes make up for them.
        const int Missing = (1 + Provinces) * 9;
        var place = 0;
        return Make(province => province with
        {
            Districts = province.Districts * 10,
            Communes = (province.Communes * 10) + (Missing / Provinces) + (place++ < Missing % Provinces ? 1 : 0),
        });
    }

    /// <summary>Some communes, spread over the whole country, in an order without pattern.</summary>
    public static Unit[] Communes(Edition edition, int count) => Choose(edition.Units.Where(unit => unit.Level == Commune), count);

    /// <summary>All communes, in an order without pattern.</summary>
    public static Unit[] Communes(Edition edition) => Communes(edition, edition.LevelCounts[Commune]);

    /// <summary>All communes of a province, in an order without pattern.</summary>
    public static Unit[] CommunesOf(Edition edition, string province) =>
        Choose(edition.Units.Where((unit, index) => unit.Level == Commune
            && edition.IsWithin(index, edition.IndexOf(province))), int.MaxValue);

    /// <summary>Some communes of every tenth district, in an order without pattern.</summary>
    public static Unit[] CommunesOfEveryTenthDistrict(Edition edition, int count)
    {
        var districts = edition.Units.Where(unit => unit.Level == Commune - 1)
            .Where((_, place) => place % 10 == 0)
            .Select(unit => unit.Code)
            .ToHashSet(StringComparer.Ordinal);
        return Choose(edition.Units.Where(unit => unit.Level == Commune && districts.Contains(unit.Parent!)), count);
    }

    private static Unit[] Choose(IEnumerable<Unit> from, int count)
    {
        var all = from.ToArray();
        var step = Math.Max(1, all.Length / (double)count);
        var chosen = Enumerable.Range(0, Math.Min(count, all.Length)).Select(place => all[(int)(place * step)]).ToArray();
        new Random(20170220).Shuffle(chosen);
        return chosen;
    }

    private static Edition Make(Func<SeedProvince, SeedProvince> change) => SimulatedUnits.Make(
        Edition,
        CatalogueFile.Read(Path.Combine(SeedFiles.Folder, "catalogue.json")),
        [.. SeedProvinces.Read(Path.Combine(SeedFiles.Folder, "provinces.csv")).Select(change)]);
}
