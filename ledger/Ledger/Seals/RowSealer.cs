using System;
using System.Security.Cryptography;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// Seals rows with one key: HMAC-SHA256 over everything in the row, whose it is, and the seal of the unit's row before it. Used by one
/// thread.
/// </summary>
/// <remarks>
/// A seal is 17 bytes: the number of the epoch, which says whose key it is, and the first 16 bytes of the HMAC. Half of an HMAC is as
/// hard to guess as a key of 128 bits, and a row is shorter by as much.
/// </remarks>
internal sealed class RowSealer(int epoch, SealKey key) : IDisposable
{
    /// <summary>The length of a seal, in bytes.</summary>
    public const int Length = 17;

    private readonly IncrementalHash hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
    private readonly SealedFields fields = new();

    /// <summary>Writes the seal of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="before">The seal of the unit's row before it; empty where that has none, or there is no such row.</param>
    /// <param name="seal">Where it is written, <see cref="Length"/> bytes; it may be <paramref name="before"/>.</param>
    public void Seal(in SealedRow row, ReadOnlySpan<byte> before, Span<byte> seal)
    {
        fields.Begin("row"u8)
            .Add(epoch)
            .Add(before)
            .Add(row.Unit)
            .Add(row.Identity.Utf8.Edition)
            .Add(row.Identity.Utf8.Code)
            .Add(row.Sequence)
            .Add(row.Position)
            .Add(row.EffectiveOn)
            .Add(row.RecordedAt)
            .Add(row.Withdraws)
            .Add(row.Reporter)
            .Add(row.IdempotencyKey)
            .Add(row.Payload);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.AppendData(fields.Written);
        hmac.GetHashAndReset(mac);
        seal[0] = (byte)epoch;
        mac[..(Length - 1)].CopyTo(seal[1..]);
    }

    /// <inheritdoc/>
    public void Dispose() => hmac.Dispose();
}
