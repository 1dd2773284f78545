using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Aggregation.Bench.Output;
using Aggregation.Bench.Sections;

namespace Aggregation.Bench;

/// <summary>What the sections of one run share: how long each measures, where its files are, what has been found.</summary>
internal sealed class BenchContext : IDisposable
{
    private readonly List<Figure> figures = [];
    private double? rawRate;
    private int files;

    public BenchContext(bool quick, string[] arguments)
    {
        Quick = quick;
        Arguments = arguments;
        var run = DateTime.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Root(), "artifacts", "bench");
        Folder = Directory.CreateDirectory(Path.Combine(folder, run)).FullName;
        Transcript = new Transcript(Path.Combine(folder, run + ".txt"));
    }

    /// <summary>True for a look at whether everything runs; its figures are not to be quoted.</summary>
    public bool Quick { get; }

    /// <summary>The arguments, for whoever repeats the run.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Where ledgers of this run lie: on the repository's disk, gone with the run.</summary>
    public string Folder { get; }

    /// <summary>What is printed and kept.</summary>
    public Transcript Transcript { get; }

    /// <summary>Every figure so far.</summary>
    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>How long one figure is measured.</summary>
    public TimeSpan Span => TimeSpan.FromSeconds(Quick ? 1 : 5);

    /// <summary>Rows a second that a bare loop appends on this disk: what rates of reports are compared with.</summary>
    public double RawRate
    {
        get => rawRate ??= RawAppendSection.MeasureBest(this);
        set => rawRate = value;
    }

    /// <summary>The path of a ledger that does not exist yet.</summary>
    public string NewLedger() => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"ledger-{++files}.db"));

    /// <summary>Removes a ledger, so that a run needs no more room than its largest.</summary>
    public static void Remove(string ledger)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(ledger)!, Path.GetFileNameWithoutExtension(ledger) + ".*"))
            File.Delete(file);
    }

    /// <summary>Notes a figure and prints it at once.</summary>
    public void Add(Figure figure)
    {
        figures.Add(figure);
        Transcript.Write(FigureTable.Line(figure) + "\n");
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Aggregation.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Transcript.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
