using System;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Xunit;

namespace Aggregation.Tests.Fuzzing;

/// <summary>Whatever a file holds, its reader says what is wrong, and a marked copy can be made of it or not, but nothing breaks.</summary>
public sealed class ReaderFuzzingTests(FuzzedSilo silo) : IClassFixture<FuzzedSilo>
{
    private const int MarkedEvery = 4;

    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];

    [Fact]
    public Task No_CSV_file_breaks_the_reader() =>
        ReadAllAsync("CSV", FuzzPlan.Share(45), new Mutator(FuzzSeeds.Files, FuzzSeeds.CellTokens).Next);

    [Fact]
    public Task No_workbook_breaks_the_reader() => ReadAllAsync("workbook", FuzzPlan.Share(10), FuzzWorkbook.Next);

    private async Task ReadAllAsync(string sort, int inputs, Func<Random, byte[]> draw)
    {
        var area = await silo.AreaAsync();
        var taken = 0;
        for (var number = 0; number < inputs; number++)
        {
            var input = draw(FuzzPlan.RandomOf(number));
            try
            {
                taken += Read(input, area, number) ? 1 : 0;
            }
            catch (Exception exception)
            {
                Assert.Fail(FuzzPlan.Tell(sort, number, input, exception.ToString()));
            }
        }

        // Were nearly all of it rubbish, little of the reader would be tried.
        Assert.InRange(taken, inputs / 100, inputs - (inputs / 4));
    }

    private static bool Read(byte[] input, IReportingArea area, int number)
    {
        var language = Languages[number % Languages.Length];
        var reading = ReportFile.Read(input, area, Today, language);
        Assert.True(reading.Faults.Count > 0 || reading.Reports.Count > 0, "It says nothing and has nothing wrong with it.");
        Assert.All(reading.Faults, fault => Sentences.IsOne(fault.Message));
        if (reading.Faults.Count > 0 && number % MarkedEvery == 0)
            MarkedFile.Mark(input, reading.Faults, language);
        return reading.Faults.Count == 0;
    }
}
