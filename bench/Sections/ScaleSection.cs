using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Bench.Output;
using Aggregation.Bench.Scale;

namespace Aggregation.Bench.Sections;

/// <summary>Where one database ends: today's load and up to 10,000 times as much, by simulation from measured costs.</summary>
internal sealed class ScaleSection : ISection
{
    // The busiest hour and the pages of deploy/capacity.md.
    private const double ReportsPerSecond = 6.3;
    private const double Viewers = 200;

    // Measured on this system: docs/internals/scaling.md says by what.
    private const double SiloSecondsOfReport = 170e-6;
    private const double DatabaseSecondsOfGroup = 900e-6;
    private const double DatabaseSecondsOfReport = 12e-6;
    private const double WalBytesOfReport = 335;
    private const double SecondsOfViewersChange = 23e-6;
    private const double ChangesPerSecond = 10;
    private const double SecondsOfSubtotal = 20e-6;
    private const double SubtotalsPerSecondOfProvince = 1_000;

    private const int ConnectionsOfSilo = 20;
    private const int CoresOfDatabase = 16;
    private const double CoresOfSilo = 8;
    private const double Provinces = 63;

    private static readonly int[] Multiples = [1, 10, 100, 1_000, 10_000];

    /// <inheritdoc/>
    public string Name => "scale";

    /// <inheritdoc/>
    public string Title => "18. Past one database, by simulation";

    /// <inheritdoc/>
    public string Method =>
        "Nothing is run: measured costs (docs/internals/scaling.md) put into a simulation of group commits at one database of 16 cores, "
            + "with as many silos of 8 cores as the reports and viewers need. A database that cannot keep up has no waiting time.";

    /// <inheritdoc/>
    public Task RunAsync(BenchContext context)
    {
        foreach (var multiple in Multiples)
            Add(context, multiple);
        return Task.CompletedTask;
    }

    private static void Add(BenchContext context, int multiple)
    {
        var reports = ReportsPerSecond * multiple;
        var viewerCores = Viewers * multiple * ChangesPerSecond * SecondsOfViewersChange;
        var siloCores = (reports * SiloSecondsOfReport) + viewerCores;
        // At least two, so that one may die; half of each is spare.
        var silos = (int)double.Max(2, double.Ceiling(siloCores / (CoresOfSilo / 2)));
        var waits = new GroupCommitSimulation(silos, reports, DatabaseSecondsOfGroup, DatabaseSecondsOfReport, CoresOfDatabase).Run();
        var nation = double.Min(reports, Provinces * SubtotalsPerSecondOfProvince) * SecondsOfSubtotal;
        var what = string.Create(CultureInfo.InvariantCulture, $"× {multiple:#,0}: ");
        context.Add(new Figure("scale", what + "reports", reports, "reports/s"));
        context.Add(new Figure("scale", what + "commit, p99", waits?.At(0.99) ?? double.NaN, "ms")
        {
            Note = waits is null ? "the database cannot keep up" : waits.ToString(),
        });
        context.Add(new Figure("scale", what + "silos of 8 cores", silos, "silos")
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{siloCores:0.0} cores busy, {viewerCores:0.0} of them for viewers"),
        });
        context.Add(new Figure("scale", what + "connections of the database", silos * ConnectionsOfSilo, "connections"));
        context.Add(new Figure("scale", what + "database, cores for reports", reports * DatabaseSecondsOfReport, "cores"));
        context.Add(new Figure("scale", what + "write-ahead log", reports * WalBytesOfReport / 1e6, "MB/s"));
        context.Add(new Figure("scale", what + "the nation's turns", nation * 100, "% of one thread"));
    }
}
