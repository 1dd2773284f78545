using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Files.Content;
using Aggregation.Files.Texts;
using CsvHelper;

namespace Aggregation.Files.Marking;

/// <summary>A copy of a CSV file with one column more, which says what is wrong with each row. A copy of a copy has it renewed.</summary>
internal static class MarkedCsv
{
    /// <summary>Makes the copy.</summary>
    public static byte[] Mark(string text, IReadOnlyList<FileFault> faults, CultureInfo language)
    {
        var configuration = CsvSheet.ConfigurationOf(CsvSheet.DelimiterOf(text), static () => { });

        // What is wrong with the headings, or with the whole file, stands beside the first row under them.
        var byRow = faults.ToLookup(fault => Math.Max(2, fault.Place.Row));
        var content = new MemoryStream();
        using var parser = new CsvParser(new StringReader(text), configuration);
        using (var writer = new CsvWriter(new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), configuration))
        {
            var isMarked = parser.Read() && IsFaults(parser.Record![^1]);
            var headings = parser.Record ?? [];
            var width = isMarked ? headings.Length - 1 : headings.Length;
            WriteRow(writer, headings, width, FileWords.Get(language, "Column.faults"));
            while (parser.Read())
            {
                var fields = parser.Record!;
                WriteRow(writer, fields, width, SentencesOf(byRow[parser.Row]), isMarked ? width + 1 : width);
            }

            if (parser.Row < 2)
                WriteRow(writer, [], width, SentencesOf(byRow[2]));
        }

        return content.ToArray();
    }

    // Cells under no heading move one to the right, behind the new column.
    private static void WriteRow(CsvWriter writer, string[] fields, int width, string sentences, int strays = int.MaxValue)
    {
        for (var column = 0; column < width; column++)
            writer.WriteField(column < fields.Length ? fields[column] : "");
        writer.WriteField(sentences);
        for (var column = strays; column < fields.Length; column++)
            writer.WriteField(fields[column]);
        writer.NextRecord();
    }

    private static string SentencesOf(IEnumerable<FileFault> faults) =>
        string.Join(" | ", faults.Select(fault => fault.Place.Cell is { } cell ? $"{cell}: {fault.Message}" : fault.Message));

    private static bool IsFaults(string heading) =>
        new[] { FileWords.Vietnamese, FileWords.English }.Any(language => NameText.Normalize(FileWords.Get(language, "Column.faults")) == NameText.Normalize(heading));
}
