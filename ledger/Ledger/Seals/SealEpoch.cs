using System;
using System.Security.Cryptography;
using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>From when on rows are sealed with one key. The ledger keeps one for every key it was ever sealed with.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Fingerprint">The key's.</param>
/// <param name="BeganAt">When, in microseconds since 1970-01-01 UTC.</param>
/// <param name="Heads">The last rows of before, as <see cref="UnitHeads"/> writes them: no later row is without a seal, or with an
/// earlier key's.</param>
/// <param name="Mac">HMAC-SHA256 over all this and the epoch before, with the key.</param>
internal sealed record SealEpoch(int Number, string Fingerprint, long BeganAt, byte[] Heads, byte[] Mac)
{
    /// <summary>The most that there can be; a seal has one byte for the number.</summary>
    public const int Most = 255;

    /// <summary>Begins one.</summary>
    /// <param name="last">The one before; null for the first.</param>
    /// <param name="key">Its key.</param>
    /// <param name="now">When.</param>
    /// <param name="heads">The heads of before.</param>
    public static SealEpoch Begin(SealEpoch? last, SealKey key, DateTimeOffset now, LedgerHeads heads)
    {
        var begun = new SealEpoch((last?.Number ?? 0) + 1, key.Fingerprint, Instant.ToMicroseconds(now), UnitHeads.Write(heads), []);
        return begun with { Mac = begun.MacOf(key, last) };
    }

    /// <summary>True when it is as its key's owner wrote it.</summary>
    public bool IsGenuine(SealKey key, SealEpoch? last) => CryptographicOperations.FixedTimeEquals(Mac, MacOf(key, last));

    private byte[] MacOf(SealKey key, SealEpoch? last)
    {
        var fields = new SealedFields().Begin("epoch"u8)
            .Add(Number)
            .Add(Encoding.UTF8.GetBytes(Fingerprint))
            .Add(BeganAt)
            .Add(Heads)
            .Add(last?.Mac ?? []);
        return HMACSHA256.HashData(key.Secret, fields.Written);
    }
}
