using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Aggregation.Testing;
using Xunit;

namespace Aggregation.Tests.Architecture;

/// <summary>140 columns: two files fit beside each other, and a review shows a line whole.</summary>
public sealed partial class LineLengthTests
{
    private const int Most = 140;

    private static readonly string[] Folders =
        ["api", "bench", "client", "contracts", "domain", "grains", "ledger", "proof", "silo", "tests"];

    [Fact]
    public void No_line_of_code_is_longer_than_140_columns()
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLinesOf));
    }

    // What a raw string holds is as long as it is, and so is a sample of a test that is one string.
    private static IEnumerable<string> LongLinesOf(string file)
    {
        var isOfTest = Path.GetRelativePath(Repository.Root, file).StartsWith("tests", StringComparison.Ordinal);
        var isRaw = false;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var isWithin = isRaw || line.Contains("\"\"\"", StringComparison.Ordinal);
            isRaw ^= RawMark().Count(line) % 2 == 1;
            if (line.Length > Most && !isWithin && !(isOfTest && Sample().IsMatch(line)))
                yield return $"{Path.GetRelativePath(Repository.Root, file)}:{number} has {line.Length} columns";
        }
    }

    [GeneratedRegex("\"{3,}", RegexOptions.None, 1000)]
    private static partial Regex RawMark();

    [GeneratedRegex("\"(?:\\\\.|[^\"\\\\]){80,}\"", RegexOptions.None, 1000)]
    private static partial Regex Sample();
}
