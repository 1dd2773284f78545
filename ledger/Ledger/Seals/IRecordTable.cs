using System.Collections.Immutable;

namespace Aggregation.Ledger.Seals;

/// <summary>The records beside the reports and their MACs, within one transaction of a store.</summary>
internal interface IRecordTable
{
    /// <summary>Every record of a kind, and every MAC, in the order of the ids.</summary>
    ImmutableArray<StoredRecord> Read(string kind);

    /// <summary>Every MAC of a kind, in the order of the ids.</summary>
    ImmutableArray<byte[]> ReadMacs(string kind);

    /// <summary>The set of a kind; null where there is none.</summary>
    RecordSet? ReadSet(string kind);

    /// <summary>Has whoever else changes records of a kind wait until the transaction ends.</summary>
    void Lock(string kind);

    /// <summary>Stores a MAC, in the place of the one before.</summary>
    void Save(string kind, string id, byte[] mac);

    /// <summary>Stores a set, in the place of the one before.</summary>
    void Save(RecordSet set);

    /// <summary>Forgets every MAC of a kind.</summary>
    void Clear(string kind);
}
