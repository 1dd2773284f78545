using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Aggregation.Texts;

namespace Aggregation.Files.Marking;

/// <summary>
/// The comments on a sheet's cells: their texts, and the drawing of their boxes without which no spreadsheet shows them.
/// Those of the sheet's own stay; where one stands on a cell with a fault, the fault is told below it.
/// </summary>
/// <param name="copy">The copy.</param>
/// <param name="sheet">The sheet's part.</param>
internal sealed class CellComments(PackageCopy copy, string sheet)
{
    private const string Author = "Aggregation";
    private const string Below = "\n— " + Author + ": ";
    private const string Shape = "note";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly CopiedRelations relations = copy.Relations(sheet);

    /// <summary>Adds comments, and takes away those of an earlier marking.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="drawing">The id by which the sheet refers to its drawing of boxes.</param>
    /// <param name="isNew">True when there is no such drawing yet.</param>
    public void Add(IReadOnlyList<MarkedCell> cells, string drawing, bool isNew)
    {
        if (DrawingOf(drawing, isNew) is not { } boxes)
            return;
        var list = CommentsOf().Root!;
        var comments = Child(list, "commentList");
        var author = AuthorOf(list);
        RemoveFormer(comments, author, boxes);
        var byCell = comments.Elements().ToLookup(comment => (string?)comment.Attribute("ref"), System.StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (byCell[cell.Reference].FirstOrDefault() is { } own)
            {
                Append(own, cell.Text);
                continue;
            }

            var main = comments.Name.Namespace;
            comments.Add(new XElement(
                main + "comment",
                new XAttribute("ref", cell.Reference),
                new XAttribute("authorId", author),
                new XElement(main + "text", TextOf(main, cell.Text))));
            boxes.Add(BoxOf(cell));
        }
    }

    // Null where the boxes that are there cannot be read: they are not to be lost for ours.
    private XElement? DrawingOf(string id, bool isNew)
    {
        if (!isNew)
        {
            try
            {
                return copy.Package.Relations(sheet).FirstOrDefault(relation => relation.Id == id) is { } relation
                    ? copy.Document(relation.Target).Root
                    : null;
            }
            catch (XmlException)
            {
                return null;
            }
        }

        var part = copy.FreeName("boxes", "vml");
        copy.AddType(part, DrawingType);
        relations.Add(id, "vmlDrawing", part);
        return copy.Document(part, () => new XDocument(new XElement(
            "xml",
            new XAttribute(XNamespace.Xmlns + "v", Vml),
            new XAttribute(XNamespace.Xmlns + "o", Office),
            new XAttribute(XNamespace.Xmlns + "x", Excel)))).Root;
    }

    private XDocument CommentsOf()
    {
        if (copy.Package.Relations(sheet).FirstOrDefault(relation => relation.Kind == "comments") is { } there)
            return copy.Document(there.Target);
        var part = copy.FreeName("comments", "xml");
        copy.AddType(part, CommentsType);
        relations.Add(relations.FreeId("comments"), "comments", part);
        return copy.Document(part, () => new XDocument(new XElement(copy.Main
            + "comments", new XElement(copy.Main + "authors"), new XElement(copy.Main + "commentList"))));
    }

    // Excel wants the parts of a list in order, authors first; where one is missing the file is not Excel's own.
    private static XElement Child(XElement parent, string name)
    {
        if (parent.Element(parent.Name.Namespace + name) is { } child)
            return child;
        var added = new XElement(parent.Name.Namespace + name);
        parent.AddFirst(added);
        return added;
    }

    private static int AuthorOf(XElement comments)
    {
        var authors = Child(comments, "authors");
        var place = authors.Elements().TakeWhile(author => author.Value != Author).Count();
        if (place == authors.Elements().Count())
            authors.Add(new XElement(comments.Name.Namespace + "author", Author));
        return place;
    }

    private static void RemoveFormer(XElement comments, int author, XElement boxes)
    {
        var main = comments.Name.Namespace;
        comments.Elements().Where(comment => (string?)comment.Attribute("authorId") == XmlConvert.ToString(author)).Remove();
        comments.Descendants(main + "r").Where(run => run.Value.StartsWith(Below, System.StringComparison.Ordinal)).Remove();
        boxes.Elements()
            .Where(shape => ((string?)shape.Attribute("id"))?.StartsWith(Shape, System.StringComparison.Ordinal) == true)
            .Remove();
        boxes.Add(new XElement(
            Vml + "shapetype",
            new XAttribute("id", Shape),
            new XAttribute("coordsize", "21600,21600"),
            new XAttribute(Office + "spt", 202),
            new XAttribute("path", "m,l,21600r21600,l21600,xe")));
    }

    // A comment of one plain text becomes one of two runs.
    private static void Append(XElement comment, string text)
    {
        var main = comment.Name.Namespace;
        var whole = Child(comment, "text");
        if (whole.Element(main + "t") is { } plain)
            plain.ReplaceWith(new XElement(main + "r", plain));
        whole.Add(new XElement(main + "r", TextOf(main, Below + text)));
    }

    private static XElement TextOf(XNamespace main, string text) =>
        new(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), UnicodeText.Repair(text));

    private static XElement BoxOf(MarkedCell cell) => new(
        Vml + "shape",
        new XAttribute("id", Shape + cell.Reference),
        new XAttribute("type", "#" + Shape),
        new XAttribute("style", "position:absolute;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XAttribute(Office + "insetmode", "auto"),
        new XElement(
            Excel + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(Excel + "Anchor", $"{cell.Column},15,{cell.Row - 1},2,{cell.Column + 4},15,{cell.Row + 4},4"),
            new XElement(Excel + "AutoFill", "False"),
            new XElement(Excel + "Row", cell.Row - 1),
            new XElement(Excel + "Column", cell.Column - 1)));
}
