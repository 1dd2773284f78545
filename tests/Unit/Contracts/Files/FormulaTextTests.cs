using System;
using System.Linq;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What a marked copy repeats of a file, in a spreadsheet that may take anything for a separator.</summary>
public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a|\t\"@x", "a|\t\"'@x")]
    [InlineData("a\n \r-1", "a\n \r'-1")]
    [InlineData("a-b=c", "a-b=c")]
    [InlineData("5 - 3", "5 - 3")]
    public void A_formula_is_none_wherever_a_cell_could_begin(string told, string written) =>
        Assert.Contains(written, Marked(told), StringComparison.Ordinal);

    // A pattern that looks ahead from each of them over all that follow needs minutes for this.
    [Fact]
    public void A_million_separators_are_written_at_once() =>
        Assert.Contains("end", Marked(string.Concat(Enumerable.Repeat(",\n", 500_000)) + "end"), StringComparison.Ordinal);

    private static string Marked(string message)
    {
        var copy = MarkedFile.Mark(
            "unit,day\n00001,x\n"u8.ToArray(),
            [new FileFault(new CellPlace(null, 2, 0), "x", message)],
            Books.English);
        return System.Text.Encoding.UTF8.GetString(copy!).Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
