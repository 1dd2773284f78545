using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Aggregation.Contracts;
using Aggregation.Files.Columns;
using Aggregation.Files.Texts;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aggregation.Files.Templates;

/// <summary>Writes a sheet of the template as CSV.</summary>
internal static class CsvTemplate
{
    /// <summary>Writes the headings and a row for each unit.</summary>
    public static byte[] Write(IReadOnlyList<FileColumn> columns, IReadOnlyList<RegistryUnit> units)
    {
        var content = new MemoryStream();
        using (var writer = new CsvWriter(
            new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            foreach (var column in columns)
                writer.WriteField(column.Heading.Vi);
            writer.NextRecord();
            foreach (var unit in units)
            {
                writer.WriteField(unit.Code);
                writer.WriteField(FormulaText.Neutralise(unit.Name));
                for (var column = 2; column < columns.Count; column++)
                    writer.WriteField("");
                writer.NextRecord();
            }
        }

        return content.ToArray();
    }
}
