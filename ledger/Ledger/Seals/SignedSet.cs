using System;
using System.Globalization;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// A set of records as it stands in a line of the file of heads: kind, version and digest in hexadecimal digits, with a colon between.
/// </summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its digest.</param>
internal sealed record SignedSet(string Kind, long Version, byte[] Digest)
{
    /// <summary>What a set is signed as.</summary>
    public static SignedSet Of(RecordSet set) => new(set.Kind, set.Version, set.Digest);

    /// <summary>Reads one; null when it is none.</summary>
    public static SignedSet? Read(string text) =>
        text.Split(':') is [var kind, var version, { Length: RecordSet.DigestLength * 2 } digest]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && TryReadHex(digest, out var bytes)
            ? new SignedSet(kind, number, bytes)
            : null;

    /// <summary>True when it is the same version with the same records.</summary>
    public bool IsSame(SignedSet? other) =>
        other is not null && (Kind, Version) == (other.Kind, other.Version) && Digest.AsSpan().SequenceEqual(other.Digest);

    /// <summary>True when this one can be what became of a signed one: a later version, or the same.</summary>
    public bool Follows(SignedSet? signed) => signed is null || Version > signed.Version || IsSame(signed);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Version}:{Convert.ToHexStringLower(Digest)}");

    private static bool TryReadHex(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}
