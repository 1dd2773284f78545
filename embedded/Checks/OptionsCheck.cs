using System;
using System.Collections.Generic;
using System.Threading;

namespace Aggregation.Embedded.Checks;

/// <summary>Whether the options make sense.</summary>
internal static class OptionsCheck
{
    public static void Run(EmbeddedEngineOptions options, ICollection<string> faults)
    {
        if (options.Assemblies.Count == 0)
            faults.Add($"{nameof(options.Assemblies)} is empty: add the assemblies with the grain classes.");
        Check(nameof(options.ResponseTimeout), options.ResponseTimeout, faults);
        Check(nameof(options.CollectionAge), options.CollectionAge, faults);
        Check(nameof(options.CollectionQuantum), options.CollectionQuantum, faults);
        Check(nameof(options.ActivationTimeout), options.ActivationTimeout, faults);
        Check(nameof(options.DeactivationTimeout), options.DeactivationTimeout, faults);
    }

    private static void Check(string name, TimeSpan time, ICollection<string> faults)
    {
        if (time <= TimeSpan.Zero && time != Timeout.InfiniteTimeSpan)
            faults.Add($"{name} is {time}: it must be more than zero.");
    }
}
