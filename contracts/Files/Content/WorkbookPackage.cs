using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Xml;
using System.Xml.Linq;

namespace Aggregation.Files.Content;

/// <summary>
/// The archive that a workbook is. Its parts are read as streams, under a budget: a document model of them could take any
/// memory, and elements nested deep enough end a process that walks through them.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MaxDepth = 64;
    private const int MaxModelTags = 200_000;

    private readonly ZipArchive archive;
    private readonly ReadingBudget budget;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a package.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    /// <exception cref="FileLimitException">It has too many parts, or they unpack to too much.</exception>
    public WorkbookPackage(byte[] content, CancellationToken cancellationToken)
    {
        budget = new ReadingBudget(cancellationToken);
        archive = new ZipArchive(new MemoryStream(content, writable: false));

        // An entry never yields more than what the archive says of its size.
        if (archive.Entries.Count > FileLimits.MaxParts)
            throw new FileLimitException(FileFaultCode.TooManyParts, FileLimits.MaxParts);
        if (archive.Entries.Sum(entry => (decimal)entry.Length) > FileLimits.MaxUnpackedBytes)
            throw new FileLimitException(FileFaultCode.TooManyUnpackedBytes, FileLimits.MaxUnpackedBytes);
        foreach (var entry in archive.Entries)
        {
            if (!parts.TryAdd(entry.FullName, entry))
                throw new InvalidDataException("A part stands twice.");
        }

        Workbook = Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target
            ?? throw new InvalidDataException("No workbook.");
    }

    /// <summary>The part that lists the sheets.</summary>
    public string Workbook { get; }

    /// <summary>The names of all parts, in the order of the archive.</summary>
    public IEnumerable<string> Parts => archive.Entries.Select(entry => entry.FullName);

    /// <summary>What the reading has cost.</summary>
    public ReadingBudget Budget => budget;

    /// <summary>True when the bytes begin as a ZIP archive does.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes is [0x50, 0x4b, 0x03 or 0x05, 0x04 or 0x06, ..];

    /// <summary>True when the bytes begin as a workbook of Excel 97–2003 does, or one locked with a password.</summary>
    public static bool IsOldWorkbook(ReadOnlySpan<byte> bytes) => bytes is [0xd0, 0xcf, 0x11, 0xe0, ..];

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>The bytes of a part.</summary>
    public Stream OpenBytes(string part) =>
        parts.TryGetValue(part, out var entry) ? entry.Open() : throw new InvalidDataException("A part is missing.");

    /// <summary>Reads a part; every step of it is to be taken by <see cref="Next"/>.</summary>
    public XmlReader Open(string part)
    {
        var text = new StreamReader(OpenBytes(part), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return XmlReader.Create(new BoundedMarkup(text, budget), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedMarkup.Names(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });
    }

    /// <summary>Goes on to the next node.</summary>
    /// <exception cref="FileLimitException">It lies too deep.</exception>
    public static bool Next(XmlReader xml)
    {
        var isThere = xml.Read();
        return xml.Depth <= MaxDepth ? isThere : throw new FileLimitException(FileFaultCode.TooDeep, MaxDepth);
    }

    /// <summary>A small part as a document.</summary>
    /// <exception cref="FileLimitException">It is not small.</exception>
    public XDocument Load(string part)
    {
        var tags = 0;
        using (var scan = Open(part))
        {
            while (Next(scan))
            {
                if (++tags > MaxModelTags)
                    throw new FileLimitException(FileFaultCode.TooManyTags, MaxModelTags);
            }
        }

        using var xml = Open(part);
        return XDocument.Load(xml);
    }

    /// <summary>The part that says what a part refers to: <c>xl/_rels/workbook.xml.rels</c>.</summary>
    public static string RelationsOf(string part)
    {
        var folder = part.LastIndexOf('/') + 1;
        return $"{part[..folder]}_rels/{part[folder..]}.rels";
    }

    /// <summary>What a part refers to within the package; nothing outside of it is ever looked at, nor whether it could be.</summary>
    public IReadOnlyList<PartRelation> Relations(string part)
    {
        var relations = new List<PartRelation>();
        if (!Has(RelationsOf(part)))
            return relations;
        using var xml = Open(RelationsOf(part));
        while (Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship", Depth: 1 }
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                if (relations.Count == FileLimits.MaxParts)
                    throw new FileLimitException(FileFaultCode.TooManyParts, FileLimits.MaxParts);
                relations.Add(new PartRelation(id, type[(type.LastIndexOf('/') + 1)..], Resolve(part, target)));
            }
        }

        return relations;
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var folders = new Stack<string>(part.Split('/')[..^1]);
        foreach (var step in target.Split('/'))
        {
            if (step == "..")
                folders.TryPop(out _);
            else if (step != ".")
                folders.Push(step);
        }

        return string.Join('/', folders.Reverse());
    }
}
