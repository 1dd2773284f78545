using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Aggregation.Domain.Reports;

namespace Aggregation.Bench.Load;

/// <summary>
/// The reports that every section sends: two counts and a status, all of one day; with a named model in each where it is asked for, one
/// of 2,500. Figures are made beforehand, so that a sender's work is a key and a report.
/// </summary>
internal sealed class Workload
{
    /// <summary>How many different names of models there are.</summary>
    public const int ModelNames = 2_500;

    private const int Variants = 5_000;

    private readonly Figures[] figures;
    private long next;

    /// <summary>Makes the figures.</summary>
    /// <param name="withModels">True for a named model in each report.</param>
    public Workload(bool withModels)
    {
        figures = new Figures[Variants];
        for (var variant = 0; variant < Variants; variant++)
            figures[variant] = Make(variant, withModels);
    }

    /// <summary>The day that every report speaks of.</summary>
    public static DateOnly Day { get; } = new(2024, 2, 20);

    /// <summary>How many reports were made.</summary>
    public long Made => Volatile.Read(ref next);

    /// <summary>The next report, with a key of its own.</summary>
    public Report Next()
    {
        var number = Interlocked.Increment(ref next);
        return new Report(KeyOf(number), Day, figures[number % Variants], null);
    }

    /// <summary>The next reports.</summary>
    public ImmutableArray<Report> Next(int count)
    {
        var reports = ImmutableArray.CreateBuilder<Report>(count);
        for (var place = 0; place < count; place++)
            reports.Add(Next());
        return reports.MoveToImmutable();
    }

    /// <summary>A key as a province's program would make it.</summary>
    public static string KeyOf(long number) => string.Create(CultureInfo.InvariantCulture, $"bench-{number:000000000000}");

    /// <summary>The name of a model.</summary>
    public static string ModelName(int number) => string.Create(CultureInfo.InvariantCulture, $"Tổ liên gia tự quản số {number:0000}");

    private static Figures Make(int variant, bool withModels) => new()
    {
        Counts = [new CountFigure(
            "residential-areas",
            100 + (variant % 100)), new CountFigure("safe-residential-areas", 10 + (variant % 90))],
        Statuses = [new StatusFigure("committee", (variant % 3) switch { 0 => "not-started", 1 => "consolidating", _ => "consolidated" })],
        Models = withModels
            ? [.. Enumerable.Repeat(new ModelFigure(ModelName(variant % ModelNames), ["self-governance"], 1 + (variant % 9), 1), 1)]
            : [],
    };
}
