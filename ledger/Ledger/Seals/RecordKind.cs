using System.Collections.Immutable;

namespace Aggregation.Ledger.Seals;

/// <summary>What is kept beside the reports and covered by MACs, by the names of its tables.</summary>
internal static class RecordKind
{
    /// <summary>A key.</summary>
    public const string Key = "access_key";

    /// <summary>An edition with all its units.</summary>
    public const string Edition = "edition";

    /// <summary>A mark.</summary>
    public const string Mark = "mark";

    /// <summary>An administrative act. Acts are only ever added, in the order of their numbers.</summary>
    public const string Act = "administrative_act";

    /// <summary>
    /// A browser's session. Sessions end by themselves, so that nobody misses one: each has a MAC, and all together have none.
    /// </summary>
    public const string Session = "access_session";

    /// <summary>The kinds whose records are missed when they are gone.</summary>
    public static ImmutableArray<string> All { get; } = [Act, Edition, Key, Mark];
}
