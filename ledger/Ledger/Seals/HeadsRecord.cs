using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// A signed line of the file of heads: the instant, the key's fingerprint, the epoch's MAC, the sets, the heads, the signature of the
/// line before and its own, with a space between. A head is the unit and the sequence, four bytes each, and the seal; all of them in
/// Base64. Lines of before there were sets have neither them nor the epoch's MAC.
/// </summary>
/// <param name="At">When it was signed.</param>
/// <param name="Fingerprint">The key's.</param>
/// <param name="EpochMac">The MAC of the epoch that the ledger was in, in hexadecimal digits; null in a line of before.</param>
/// <param name="Sets">The sets of records.</param>
/// <param name="Heads">The heads that had changed.</param>
/// <param name="Previous">The signature of the line before, in hexadecimal digits; <c>-</c> on the first line of all.</param>
/// <param name="Signature">HMAC-SHA256 over all this, in hexadecimal digits.</param>
internal sealed record HeadsRecord(
    DateTimeOffset At,
    string Fingerprint,
    string? EpochMac,
    ImmutableArray<SignedSet> Sets,
    ImmutableArray<SealedHead> Heads,
    string Previous,
    string Signature)
{
    /// <summary>What stands for the line before the first, and for no sets.</summary>
    public const string None = "-";

    private const int HeadLength = 8 + RowSealer.Length;

    /// <summary>Signs a line.</summary>
    public static HeadsRecord Sign(
        DateTimeOffset at,
        LedgerSeal seal,
        IEnumerable<SignedSet> sets,
        IReadOnlyList<SealedHead> heads,
        string previous)
    {
        var unsigned = new HeadsRecord(
            at.ToUniversalTime(),
            seal.Key.Fingerprint,
            Convert.ToHexStringLower(seal.EpochMac),
            [.. sets],
            [.. heads],
            previous,
            "");
        return unsigned with { Signature = unsigned.SignatureOf(seal.Key) };
    }

    /// <summary>Reads a line; null when it is none.</summary>
    public static HeadsRecord? Read(string line) => line.Split(' ') switch
    {
        [var at, var fingerprint, var epoch, var sets, var heads, var previous, var signature] when ReadSets(
            sets) is { IsDefault: false } read => Read(at, fingerprint, epoch, read, heads, previous, signature),
        [var at, var fingerprint, var heads, var previous, var signature] => Read(at, fingerprint, null, [], heads, previous, signature),
        _ => null,
    };

    /// <summary>True when the key's owner signed it.</summary>
    public bool IsGenuine(SealKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature), Encoding.ASCII.GetBytes(SignatureOf(key)));

    /// <summary>The line, without its end.</summary>
    public override string ToString() => EpochMac is null
        ? $"{Instant()} {Fingerprint} {Convert.ToBase64String(WriteHeads())} {Previous} {Signature}"
        : $"{Instant()} {Fingerprint} {EpochMac} {WriteSets()} {Convert.ToBase64String(WriteHeads())} {Previous} {Signature}";

    private static HeadsRecord? Read(
        string at,
        string fingerprint,
        string? epoch,
        ImmutableArray<SignedSet> sets,
        string heads,
        string previous,
        string signature)
    {
        var bytes = new byte[heads.Length];
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && Convert.TryFromBase64String(heads, bytes, out var length)
            && length % HeadLength == 0
            ? new HeadsRecord(instant, fingerprint, epoch, sets, ReadHeads(bytes.AsSpan(0, length)), previous, signature)
            : null;
    }

    private static ImmutableArray<SignedSet> ReadSets(string text)
    {
        if (text == None)
            return [];
        var sets = Array.ConvertAll(text.Split(','), SignedSet.Read);
        return Array.Exists(sets, set => set is null) ? default : [.. sets!];
    }

    private string WriteSets() => Sets.IsEmpty ? None : string.Join(',', Sets);

    private string SignatureOf(SealKey key)
    {
        var fields = new SealedFields();
        if (EpochMac is null)
            fields.Begin("heads"u8).Add(Encoding.ASCII.GetBytes(Instant())).Add(Encoding.ASCII.GetBytes(Fingerprint));
        else
            fields.Begin("heads and sets"u8)
                .Add(Encoding.ASCII.GetBytes(Instant()))
                .Add(Encoding.ASCII.GetBytes(Fingerprint))
                .Add(Encoding.ASCII.GetBytes(EpochMac))
                .Add(Encoding.ASCII.GetBytes(WriteSets()));
        fields.Add(WriteHeads()).Add(Encoding.ASCII.GetBytes(Previous));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, fields.Written));
    }

    private string Instant() => At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private byte[] WriteHeads()
    {
        var bytes = new byte[Heads.Length * HeadLength];
        for (var place = 0; place < Heads.Length; place++)
        {
            var head = bytes.AsSpan(place * HeadLength, HeadLength);
            BinaryPrimitives.WriteInt32BigEndian(head, Heads[place].Unit);
            BinaryPrimitives.WriteInt32BigEndian(head[4..], Heads[place].Sequence);
            Heads[place].Seal.CopyTo(head[8..]);
        }

        return bytes;
    }

    private static ImmutableArray<SealedHead> ReadHeads(ReadOnlySpan<byte> bytes)
    {
        var heads = ImmutableArray.CreateBuilder<SealedHead>(bytes.Length / HeadLength);
        for (; bytes.Length > 0; bytes = bytes[HeadLength..])
            heads.Add(new SealedHead(
                BinaryPrimitives.ReadInt32BigEndian(bytes),
                BinaryPrimitives.ReadInt32BigEndian(bytes[4..]),
                bytes[8..HeadLength].ToArray()));
        return heads.DrainToImmutable();
    }
}
