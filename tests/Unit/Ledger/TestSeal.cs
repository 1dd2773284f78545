using Aggregation.Ledger.Seals;

namespace Aggregation.Tests.Ledger;

/// <summary>Keys that tests seal with.</summary>
internal static class TestSeal
{
    public const string First = "the-first-key-of-the-tests-0123456789";
    public const string Second = "the-second-key-of-the-tests-0123456789";

    public static SealOptions Options { get; } = Of(First);

    public static SealOptions Of(params string[] keys) => SealOptions.Read(string.Join(',', keys), null, null);
}
