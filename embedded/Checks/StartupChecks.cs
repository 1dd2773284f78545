using System.Collections.Generic;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>What is refused at start, because only a cluster would notice it later, or because this engine lacks it.</summary>
internal static class StartupChecks
{
    public static void Run(GrainShape shape, ICollection<string> faults)
    {
    }

    public static OrleansConfigurationException Failure(IReadOnlyCollection<string> faults) =>
        new($"The engine cannot start:\n- {string.Join("\n- ", faults)}");
}
