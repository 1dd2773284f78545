using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// The MACs of what is kept beside the reports: made when a record is written, and compared when it is read. A record that does not fit
/// is as good as none, so that whoever writes into the database lets nobody in. Safe for concurrent use.
/// </summary>
/// <param name="key">The key that seals the reports.</param>
/// <param name="logger">Where it is told, once, of each record that is refused.</param>
internal sealed partial class RecordSeals(SealKey key, ILogger logger)
{
    // Whoever writes into the database by the thousand fills no memory here.
    private const int MostTold = 1_000;

    private readonly ConcurrentDictionary<(string Kind, string Id), bool> told = new();

    /// <summary>The MAC of a record.</summary>
    public static byte[] MacOf(SealedRecord record, SealKey key)
    {
        var fields = new SealedFields().Begin("record"u8)
            .Add(Encoding.UTF8.GetBytes(record.Kind))
            .Add(Encoding.UTF8.GetBytes(record.Id))
            .Add(record.Fields);
        return HMACSHA256.HashData(key.Secret, fields.Written);
    }

    /// <summary>True when a record is as the key's owner wrote it.</summary>
    public static bool IsGenuine(SealedRecord? record, byte[]? mac, SealKey key) =>
        record is not null && mac is not null && CryptographicOperations.FixedTimeEquals(mac, MacOf(record, key));

    /// <summary>The MAC of a record.</summary>
    public byte[] MacOf(SealedRecord record) => MacOf(record, key);

    /// <summary>True when a record that was read is as it was written; tells of one that is not.</summary>
    public bool Accepts(SealedRecord record, byte[]? mac)
    {
        if (IsGenuine(record, mac, key))
            return true;
        Refuse(record.Kind, record.Id);
        return false;
    }

    /// <summary>Tells of a record that cannot even be read.</summary>
    public void Refuse(string kind, string id)
    {
        if (told.Count < MostTold && told.TryAdd((kind, id), true))
            LogRefused(logger, kind, id);
    }

    /// <summary>Covers a record that the open transaction has just written; the kind is locked.</summary>
    public void Cover(IRecordTable table, SealedRecord record)
    {
        var set = table.ReadSet(record.Kind);
        var isIntact = set is not null && set.IsGenuine(key);
        var mac = MacOf(record);
        if (record.Kind == RecordKind.Act)
        {
            table.Save(record.Kind, record.Id, mac);
            table.Save(RecordSet.After(set, record.Kind, isIntact ? RecordSet.Fold(set!.Digest, mac) : null, key));
            return;
        }

        isIntact = isIntact && CryptographicOperations.FixedTimeEquals(set!.Digest, RecordSet.DigestOf(table.ReadMacs(record.Kind)));
        table.Save(record.Kind, record.Id, mac);
        table.Save(RecordSet.After(set, record.Kind, isIntact ? RecordSet.DigestOf(table.ReadMacs(record.Kind)) : null, key));
    }

    [LoggerMessage(
        211,
        LogLevel.Error,
        "The {Kind} '{Id}' in the ledger is not as it was written: changed or put there by hand, and refused; 'aggregation verify "
            + "--deep' names all there are")]
    private static partial void LogRefused(ILogger logger, string kind, string id);
}
