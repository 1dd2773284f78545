using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger.Postgres;

/// <summary>The locks of the database that silos share: numbers that mean something only to this program.</summary>
internal static class AdvisoryLock
{
    /// <summary>Held while the schema is brought up to date.</summary>
    public const long Schema = 0x4167_6772_0001;

    /// <summary>Shared by appends, each until its commit; whoever holds it alone knows that no append is in flight.</summary>
    public const long Appends = 0x4167_6772_0002;

    /// <summary>Held by whoever changes records of a kind, until the change is committed: the next one goes on from it.</summary>
    public static long OfRecords(string kind) => 0x4167_6772_0010 + RecordKind.All.IndexOf(kind);
}
