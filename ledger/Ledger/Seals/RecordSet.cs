using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>All records of one kind together: what is gone, or stands there again as it once was, is told by it.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Version">1, 2, 3 …: one more with every change.</param>
/// <param name="Digest">SHA-256 over the MACs of all records in the order of their ids, one after the other.</param>
/// <param name="Mac">HMAC-SHA256 over all this.</param>
internal sealed record RecordSet(string Kind, long Version, byte[] Digest, byte[] Mac)
{
    /// <summary>The length of a digest, in bytes.</summary>
    public const int DigestLength = SHA256.HashSizeInBytes;

    /// <summary>The digest of no records.</summary>
    public static byte[] Empty { get; } = new byte[DigestLength];

    /// <summary>Makes one.</summary>
    public static RecordSet Make(string kind, long version, byte[] digest, SealKey key)
    {
        var set = new RecordSet(kind, version, digest, []);
        return set with { Mac = set.MacOf(key) };
    }

    /// <summary>The digest of one record more, behind all others.</summary>
    public static byte[] Fold(byte[] digest, byte[] mac) => SHA256.HashData([.. digest, .. mac]);

    /// <summary>The digest of records in the order of their ids.</summary>
    public static byte[] DigestOf(IEnumerable<byte[]> macs) => macs.Aggregate(Empty, Fold);

    /// <summary>True when the key's owner wrote it.</summary>
    public bool IsGenuine(SealKey key) => CryptographicOperations.FixedTimeEquals(Mac, MacOf(key));

    /// <summary>The set after a change.</summary>
    /// <param name="set">The one before; null where somebody took it away.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="digest">The digest of the records now; null where the records were not those of the set before: that no change makes
    /// good.</param>
    /// <param name="key">The key.</param>
    public static RecordSet After(RecordSet? set, string kind, byte[]? digest, SealKey key) =>
        Make(kind, (set?.Version ?? 0) + 1, digest ?? SHA256.HashData([.. "broken"u8, .. set?.Digest ?? []]), key);

    private byte[] MacOf(SealKey key)
    {
        var fields = new SealedFields().Begin("set"u8).Add(Encoding.UTF8.GetBytes(Kind)).Add(Version).Add(Digest);
        return HMACSHA256.HashData(key.Secret, fields.Written);
    }
}
