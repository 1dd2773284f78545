using Aggregation.Ledger.Seals;

namespace Aggregation.Bench.Hosting;

/// <summary>What every ledger of a run is sealed with, so that whichever silo opens it next can.</summary>
internal static class BenchSeal
{
    /// <summary>The key.</summary>
    public static string Key { get; } = SealKey.Make();

    /// <summary>The setting.</summary>
    public static SealOptions Options { get; } = SealOptions.Read(Key, null, null);
}
