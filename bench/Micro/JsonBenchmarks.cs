using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Api.Reports;
using Aggregation.Bench.Load;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Silo.Hosting;
using BenchmarkDotNet.Attributes;

namespace Aggregation.Bench.Micro;

/// <summary>From a request's bytes to a row's bytes.</summary>
public class JsonBenchmarks
{
    private static readonly DateOnly Today = new(2024, 2, 21);

    private readonly Edition edition = BenchUnits.Simulated();
    private ReportBatchReader reader = null!;
    private ReportValidator validator = null!;
    private byte[] body = [];
    private ReportBatchInput batch = null!;
    private Figures figures = null!;
    private byte[] payload = [];

    /// <summary>Makes a request.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var catalogue = CatalogueFile.Read(Path.Combine(SeedFiles.Folder, "catalogue.json"));
        (reader, validator) = (new ReportBatchReader(catalogue), new ReportValidator(catalogue));
        var request = new PostSource(BenchUnits.Communes(edition), batch: 1, reportsOfUnit: 1).Next().Span;
        body = request[(request.IndexOf("\r\n\r\n"u8) + 4)..].ToArray();
        batch = Read();
        figures = validator.Validate(batch.Reports[0], edition, Today, [])?.Figures
            ?? throw new InvalidOperationException(Encoding.UTF8.GetString(body));
        payload = FiguresJson.Write(figures);
    }

    /// <summary>The body of one report is read.</summary>
    [Benchmark]
    public object ReadBody() => Read();

    /// <summary>What was read is validated.</summary>
    [Benchmark]
    public bool Validate() => validator.Validate(batch.Reports[0], edition, Today, new List<Fault>()) is not null;

    /// <summary>The row's payload is written.</summary>
    [Benchmark]
    public byte[] WritePayload() => FiguresJson.Write(figures);

    /// <summary>A row's payload is read back.</summary>
    [Benchmark]
    public Figures ReadPayload() => FiguresJson.Read(payload);

    /// <summary>What a unit remembers of the content is computed.</summary>
    [Benchmark]
    public UInt128 Digest() => ReportDigest.OfContent(Workload.Day, figures, null);

    private ReportBatchInput Read()
    {
        var faults = new List<Fault>();
        var read = reader.Read(body, faults);
        return faults.Count == 0 ? read : throw new InvalidOperationException(string.Join(", ", faults.Select(fault => fault.Pointer)));
    }
}
