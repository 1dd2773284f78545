using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Marking;

/// <summary>Comments on cells: their texts, and the drawing of their boxes without which no spreadsheet shows them.</summary>
internal static class CellComments
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Office = "urn:schemas-microsoft-com:office:office";
    private const string Excel = "urn:schemas-microsoft-com:office:excel";

    /// <summary>Puts comments in the place of those that a sheet has.</summary>
    public static void Replace(WorksheetPart part, IReadOnlyList<(int Row, int Column, string Text)> comments)
    {
        if (part.WorksheetCommentsPart is { } former)
            part.DeletePart(former);
        if (part.Worksheet.GetFirstChild<LegacyDrawing>() is { } drawn)
        {
            part.DeletePart(drawn.Id!.Value!);
            drawn.Remove();
        }

        part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("Aggregation")),
            new CommentList(comments.Select(comment => new Comment(new CommentText(new Text(comment.Text))) { Reference = new CellPlace(null, comment.Row, comment.Column).Cell, AuthorId = 0 })));
        var drawing = part.AddNewPart<VmlDrawingPart>();
        using (var content = drawing.GetStream(FileMode.Create))
            Draw(content, comments);
        part.Worksheet.AddChild(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
    }

    private static void Draw(Stream content, IReadOnlyList<(int Row, int Column, string Text)> comments)
    {
        using var xml = XmlWriter.Create(content);
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, Vml);
        xml.WriteAttributeString("xmlns", "o", null, Office);
        xml.WriteAttributeString("xmlns", "x", null, Excel);
        xml.WriteStartElement("shapetype", Vml);
        xml.WriteAttributeString("id", "note");
        xml.WriteAttributeString("coordsize", "21600,21600");
        xml.WriteAttributeString("spt", Office, "202");
        xml.WriteAttributeString("path", "m,l,21600r21600,l21600,xe");
        xml.WriteEndElement();
        for (var place = 0; place < comments.Count; place++)
            Draw(xml, place, comments[place].Row - 1, comments[place].Column - 1);
        xml.WriteEndElement();
    }

    private static void Draw(XmlWriter xml, int place, int row, int column)
    {
        xml.WriteStartElement("shape", Vml);
        xml.WriteAttributeString("id", $"note{place}");
        xml.WriteAttributeString("type", "#note");
        xml.WriteAttributeString("style", "position:absolute;visibility:hidden");
        xml.WriteAttributeString("fillcolor", "#ffffe1");
        xml.WriteAttributeString("insetmode", Office, "auto");
        xml.WriteStartElement("ClientData", Excel);
        xml.WriteAttributeString("ObjectType", "Note");
        xml.WriteElementString("Anchor", Excel, $"{column + 1},15,{row},2,{column + 5},15,{row + 5},4");
        xml.WriteElementString("AutoFill", Excel, "False");
        xml.WriteElementString("Row", Excel, XmlConvert.ToString(row));
        xml.WriteElementString("Column", Excel, XmlConvert.ToString(column));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
