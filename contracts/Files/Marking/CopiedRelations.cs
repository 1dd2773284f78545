using System.Linq;
using System.Xml.Linq;

namespace Aggregation.Files.Marking;

/// <summary>What a part of a copy refers to.</summary>
/// <param name="document">The part that says so.</param>
/// <param name="isStrict">Whether the workbook is of the standard's strict kind.</param>
internal sealed class CopiedRelations(XDocument document, bool isStrict)
{
    /// <summary>The name space of relations.</summary>
    public static readonly XNamespace Name = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>An id that no relation has.</summary>
    public string FreeId(string name)
    {
        var number = 1;
        while (document.Root!.Elements().Any(known => (string?)known.Attribute("Id") == $"{name}-marked{number}"))
            number++;
        return $"{name}-marked{number}";
    }

    /// <summary>Adds a relation.</summary>
    public void Add(string id, string kind, string part) => document.Root!.Add(new XElement(
        Name + "Relationship",
        new XAttribute("Id", id),
        new XAttribute("Type", $"{PackageCopy.AddressOf(isStrict)}/{kind}"),
        new XAttribute("Target", "/" + part)));

    /// <summary>Takes a relation away.</summary>
    public void Remove(string id) => document.Root!.Elements().Where(known => (string?)known.Attribute("Id") == id).Remove();
}
