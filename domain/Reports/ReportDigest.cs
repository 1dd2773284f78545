using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregation.Domain.Reports;

/// <summary>
/// 128 bits of SHA-256 that stand for an idempotency key or for a report's content, so that a unit remembers every key
/// it has seen in a few bytes. Equal content has equal digests; two contents with one digest are not to be found.
/// </summary>
public static class ReportDigest
{
    /// <summary>The digest of an idempotency key.</summary>
    public static UInt128 OfKey(string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(idempotencyKey);
        Span<byte> utf8 = stackalloc byte[256];
        return idempotencyKey.Length * 3 <= utf8.Length
            ? Of(utf8[..Encoding.UTF8.GetBytes(idempotencyKey, utf8)])
            : Of(Encoding.UTF8.GetBytes(idempotencyKey));
    }

    /// <summary>The digest of what a report says: everything but its key, names of models by their normal form.</summary>
    public static UInt128 OfContent(DateOnly effectiveOn, Figures figures, int? withdraws)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Of(FiguresJson.WriteCanonical(effectiveOn, figures, withdraws));
    }

    private static UInt128 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
