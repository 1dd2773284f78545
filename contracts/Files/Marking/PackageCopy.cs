using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Aggregation.Files.Content;

namespace Aggregation.Files.Marking;

/// <summary>A copy of a package while it is made: parts are rewritten or added one by one, all others are taken over as they are.</summary>
internal sealed class PackageCopy : IDisposable
{
    private const string TypesPart = "[Content_Types].xml";
    private const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly MemoryStream content = new();
    private readonly ZipArchive archive;
    private readonly HashSet<string> made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XDocument> documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins a copy.</summary>
    public PackageCopy(WorkbookPackage package)
    {
        Package = package;
        archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
        IsStrict = Document(package.Workbook).Root!.Name.NamespaceName == StrictMain;
    }

    /// <summary>What is copied.</summary>
    public WorkbookPackage Package { get; }

    /// <summary>True when the workbook is of the standard's strict kind, whose names have other addresses.</summary>
    public bool IsStrict { get; }

    /// <summary>The name space of sheets.</summary>
    public XNamespace Main => IsStrict ? StrictMain : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The settings of what is written.</summary>
    public static XmlWriterSettings Written { get; } = new() { NewLineHandling = NewLineHandling.Entitize, CloseOutput = true };

    /// <summary>The address of the relations of an office document.</summary>
    public static string AddressOf(bool isStrict) =>
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A small part, to be changed; written in the end.</summary>
    public XDocument Document(string part, Func<XDocument>? make = null)
    {
        if (documents.TryGetValue(part, out var known))
            return known;
        return documents[part] = make is null || Package.Has(part) ? Package.Load(part) : make();
    }

    /// <summary>What a part refers to, to be changed.</summary>
    public CopiedRelations Relations(string part) =>
        new(Document(
            WorkbookPackage.RelationsOf(part),
            () => new XDocument(new XElement(CopiedRelations.Name + "Relationships"))), IsStrict);

    /// <summary>Writes a part anew.</summary>
    public XmlWriter Create(string part)
    {
        made.Add(part);
        return XmlWriter.Create(archive.CreateEntry(part).Open(), Written);
    }

    /// <summary>A name that no part has: <c>xl/comments-marked1.xml</c>.</summary>
    public string FreeName(string name, string extension)
    {
        for (var number = 1; ; number++)
        {
            var free = $"xl/{name}-marked{number}.{extension}";
            if (!Package.Has(free) && !made.Contains(free) && !documents.ContainsKey(free))
                return free;
        }
    }

    /// <summary>Says what an added part is.</summary>
    public void AddType(string part, string type)
    {
        var types = Document(TypesPart).Root!;
        if (part.EndsWith(".xml", StringComparison.Ordinal))
            types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
        else if (types.Elements(Types + "Default").All(known => (string?)known.Attribute("Extension") != Path.GetExtension(part)[1..]))
            types.AddFirst(new XElement(Types
                + "Default", new XAttribute("Extension", Path.GetExtension(part)[1..]), new XAttribute("ContentType", type)));
    }

    /// <summary>Leaves a part out, and what it refers to with it.</summary>
    public void Remove(string part)
    {
        made.Add(part);
        made.Add(WorkbookPackage.RelationsOf(part));
        Document(TypesPart).Root!.Elements(Types + "Override")
            .Where(known => string.Equals((string?)known.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase))
            .Remove();
    }

    /// <summary>Ends the copy.</summary>
    public byte[] Finish()
    {
        foreach (var (part, document) in documents)
        {
            using var xml = Create(part);
            document.Save(xml);
        }

        foreach (var part in Package.Parts.Where(part => !made.Contains(part)))
        {
            using var from = Package.OpenBytes(part);
            using var to = archive.CreateEntry(part).Open();
            from.CopyTo(to);
        }

        archive.Dispose();
        return content.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();
}
