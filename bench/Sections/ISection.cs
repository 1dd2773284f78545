using System.Threading.Tasks;

namespace Aggregation.Bench.Sections;

/// <summary>Figures that belong together.</summary>
internal interface ISection
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured.</summary>
    string Title { get; }

    /// <summary>How.</summary>
    string Method { get; }

    /// <summary>Why it cannot be measured on this machine; null when it can.</summary>
    string? Missing => null;

    /// <summary>Measures.</summary>
    Task RunAsync(BenchContext context);
}
