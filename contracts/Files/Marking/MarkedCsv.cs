using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Aggregation.Files.Content;
using Aggregation.Files.Texts;
using CsvHelper;

namespace Aggregation.Files.Marking;

/// <summary>A copy of a CSV file with one column more, which says what is wrong with each row. A copy of a copy has it renewed.</summary>
internal static class MarkedCsv
{
    /// <summary>Makes the copy.</summary>
    public static byte[] Mark(string text, IReadOnlyList<FileFault> faults, CultureInfo language, CancellationToken cancellationToken)
    {
        var format = CsvFormat.Of(text);

        // What is wrong with the headings, or with the whole file, stands beside the first row under them.
        var byRow = faults.ToLookup(fault => Math.Max(2, fault.Place.Row));
        var content = new MemoryStream();
        var records = new CsvRecords(format.Body, format.Delimiter, cancellationToken);
        using (var stream = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        {
            stream.Write(format.Declaration);
            using var writer = new CsvWriter(stream, format.Configuration);
            var isThere = records.Read();
            IReadOnlyList<string> headings = isThere ? [.. records.Fields] : [];
            var isMarked = headings.Count > 0 && IsFaults(headings[^1]);
            var width = isMarked ? headings.Count - 1 : headings.Count;
            if (records.IsBroken || records.IsTooLong)
                WriteRaw(writer, records.Raw, FileWords.Get(language, "Column.faults"));
            else
                WriteRow(writer, headings, width, FileWords.Get(language, "Column.faults"));
            while (records.Read())
            {
                if (records.IsBroken || records.IsTooLong)
                    WriteRaw(writer, records.Raw, SentencesOf(byRow[records.Number]));
                else
                    WriteRow(writer, records.Fields, width, SentencesOf(byRow[records.Number]), isMarked ? width + 1 : width);
            }

            if (records.Number < 2)
                WriteRow(writer, [], width, SentencesOf(byRow[2]));
        }

        return content.ToArray();
    }

    // Cells under no heading move one to the right, behind the new column.
    private static void WriteRow(CsvWriter writer, IReadOnlyList<string> fields, int width, string sentences, int strays = int.MaxValue)
    {
        for (var column = 0; column < width; column++)
            writer.WriteField(column < fields.Count ? fields[column] : "");
        writer.WriteField(sentences);
        for (var column = strays; column < fields.Count; column++)
            writer.WriteField(fields[column]);
        writer.NextRecord();
    }

    // What no reader can divide into fields stays as it is, for whoever corrects it.
    private static void WriteRaw(CsvWriter writer, string raw, string sentences)
    {
        writer.WriteField(raw, shouldQuote: false);
        writer.WriteField(sentences);
        writer.NextRecord();
    }

    private static string SentencesOf(IEnumerable<FileFault> faults) =>
        FormulaText.Neutralise(string.Join(
            " | ",
            faults.Select(fault => fault.Place.Cell is { } cell ? $"{cell}: {fault.Message}" : fault.Message)));

    private static bool IsFaults(string heading) =>
        new[] { FileWords.Vietnamese, FileWords.English }.Any(language =>
            NameText.Normalize(FileWords.Get(language, "Column.faults")) == NameText.Normalize(heading));
}
