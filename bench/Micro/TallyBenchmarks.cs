using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Tallies;
using Aggregation.Silo.Hosting;
using BenchmarkDotNet.Attributes;

namespace Aggregation.Bench.Micro;

/// <summary>The arithmetic of a nation of 63 provinces.</summary>
public class TallyBenchmarks
{
    private const int Provinces = 63;

    private readonly TallyLayout layout = new(CatalogueFile.Read(Path.Combine(SeedFiles.Folder, "catalogue.json")));
    private TallySum sum = null!;
    private Tally[] variants = [];
    private long rows = 1_000;

    /// <summary>How many different models every province runs.</summary>
    [Params(0, 2_500)]
    public int Models { get; set; }

    /// <summary>Fills the sum.</summary>
    [GlobalSetup]
    public void Fill()
    {
        sum = new TallySum(layout, 1, Provinces);
        var models = Enumerable.Range(0, Models).Select(number => Model(number, sites: 5)).ToImmutableArray();
        for (var province = 0; province < Provinces; province++)
            sum.Replace(TallySum.OfChild(province), Make(models, cell: province));
        // One report changes one model and one count.
        variants = [Make(models, 1), Make(Models == 0 ? models : models.SetItem(Models / 2, Model(Models / 2, sites: 6)), 2)];
    }

    /// <summary>A province's new subtotal replaces its old one.</summary>
    [Benchmark]
    public bool Replace()
    {
        rows++;
        return sum.Replace(TallySum.OfChild(7), variants[rows & 1] with { Version = new TallyVersion(1, rows) });
    }

    /// <summary>The nation's total is read.</summary>
    [Benchmark]
    public Tally ToTally() => sum.ToTally();

    private static ModelTally Model(int number, long sites) => new()
    {
        NormalName = $"mô hình {number:0000}",
        Name = $"Mô hình {number:0000}",
        FirstRecordedAt = DateTimeOffset.UnixEpoch,
        Sites = sites,
        Groups = 1,
        Units = 1,
        Kinds = [1, 0, 0, 0, 0],
    };

    private Tally Make(ImmutableArray<ModelTally> models, long cell) => Tally.Empty(layout, 1) with
    {
        Version = new TallyVersion(1, 100),
        Cells = [.. Enumerable.Repeat(cell, layout.Length)],
        Models = models,
        LastReportedOn = new DateOnly(2024, 2, 20),
        RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
