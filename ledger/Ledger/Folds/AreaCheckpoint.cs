using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Tallies;

namespace Aggregation.Ledger.Folds;

/// <summary>
/// The folds of an area's units as bytes, so that a restart reads only the rows that came later. Units go by their ids, which are
/// never given twice, so a changed list of units does not make it wrong. Laid out as: the format's number, the catalogue's
/// fingerprint, a checksum of what follows, and the units.
/// </summary>
internal static class AreaCheckpoint
{
    // To be raised whenever the same rows fold to something else, or the bytes mean something else.
    private const byte Format = 2;

    private const int DigestLength = 16;
    private const int ChecksumStart = 1 + DigestLength;
    private const int BodyStart = ChecksumStart + DigestLength;

    /// <summary>Writes folds.</summary>
    /// <param name="layout">The layout of the tallies.</param>
    /// <param name="folds">Each unit's id and fold, in the order of the ids.</param>
    public static byte[] Write(TallyLayout layout, IReadOnlyCollection<KeyValuePair<int, UnitFold>> folds)
    {
        var writer = new CheckpointWriter();
        writer.WriteCount(folds.Count);
        var before = 0;
        foreach (var (unit, fold) in folds)
        {
            writer.WriteCount(unit - before);
            fold.Write(writer);
            before = unit;
        }

        var content = writer.ToArray(BodyStart);
        content[0] = Format;
        Fingerprint(layout.Catalogue).CopyTo(content.AsSpan(1));
        Digest(content.AsSpan(BodyStart)).CopyTo(content.AsSpan(ChecksumStart));
        return content;
    }

    /// <summary>Reads folds.</summary>
    /// <param name="content">What <see cref="Write"/> gave.</param>
    /// <param name="layout">The layout of the tallies.</param>
    /// <param name="onFold">Called for each unit's id and fold.</param>
    /// <exception cref="InvalidDataException">It is of another format or catalogue, or damaged; the message says which, as the end of a
    /// sentence.</exception>
    public static void Read(byte[] content, TallyLayout layout, Action<int, UnitFold> onFold)
    {
        if (content.Length < BodyStart)
            throw new InvalidDataException($"it has only {content.Length} bytes");
        if (content[0] != Format)
            throw new InvalidDataException($"it has format {content[0]} and this program writes format {Format}");
        if (!content.AsSpan(1, DigestLength).SequenceEqual(Fingerprint(layout.Catalogue)))
            throw new InvalidDataException("it was made with another catalogue");
        if (!content.AsSpan(ChecksumStart, DigestLength).SequenceEqual(Digest(content.AsSpan(BodyStart))))
            throw new InvalidDataException("it is damaged");

        var reader = new CheckpointReader(content, BodyStart);
        var unit = 0;
        for (var left = reader.ReadCount(int.MaxValue); left > 0; left--)
        {
            unit = (int)(unit + reader.ReadCount(int.MaxValue));
            onFold(unit, UnitFold.Read(reader, layout));
        }

        if (!reader.IsAtEnd)
            throw new InvalidDataException("it has more bytes than it says");
    }

    // Whatever of the catalogue decides what a row folds to: which figures it knows, where they stand and what a state's number is.
    private static ReadOnlySpan<byte> Fingerprint(IndicatorCatalogue catalogue)
    {
        var text = new StringBuilder();
        foreach (var indicator in catalogue.Indicators)
            text.Append(indicator.Type).Append('\t').Append(indicator.Id).Append('\t').AppendJoin('\t', indicator.States).Append('\n');
        return Digest(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static ReadOnlySpan<byte> Digest(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, DigestLength);
}
