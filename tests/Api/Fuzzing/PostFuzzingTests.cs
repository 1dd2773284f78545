using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Fuzzing;

/// <summary>Whatever is posted is recorded, or refused with sentences and nothing of it recorded; it never fails.</summary>
public sealed class PostFuzzingTests(FuzzedSilo silo) : IClassFixture<FuzzedSilo>
{
    private static readonly Mutator Bodies = new(FuzzSeeds.Bodies, FuzzSeeds.JsonTokens);
    private static readonly byte[] Marker = Encoding.UTF8.GetBytes(FuzzSeeds.Number);
    private static readonly int[] Refusals = [400, 409, 413, 415, 422];

    [Fact]
    public Task No_body_breaks_the_reports() => PostAllAsync("body", "/reports", "application/json", FuzzPlan.Share(40), NextBody);

    [Fact]
    public Task No_CSV_breaks_the_files() =>
        PostAllAsync("posted CSV", "/reports/file", "text/csv", FuzzPlan.Share(3), new Mutator(FuzzSeeds.Files, FuzzSeeds.CellTokens).Next);

    [Fact]
    public Task No_workbook_breaks_the_files() =>
        PostAllAsync("posted workbook", "/reports/file", "application/octet-stream", FuzzPlan.Share(2), FuzzWorkbook.Next);

    // One in eight has the keys of others before it: a repeat, or a conflict.
    private static byte[] NextBody(Random random)
    {
        var number = random.Next(8) == 0 ? 0 : random.Next();
        var body = Bodies.Next(random).AsSpan();
        var place = body.IndexOf(Marker);
        var text = new MemoryStream();
        for (; place >= 0; place = body.IndexOf(Marker))
        {
            text.Write(body[..place]);
            text.Write(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
            body = body[(place + Marker.Length)..];
        }

        text.Write(body);
        return text.ToArray();
    }

    private async Task PostAllAsync(string sort, string path, string type, int inputs, Func<Random, byte[]> draw)
    {
        var rows = await silo.RowsAsync();
        var (taken, recorded) = (0, 0L);
        for (var number = 0; number < inputs; number++)
        {
            var input = draw(FuzzPlan.RandomOf(number));
            var before = silo.Ledger.Appended;
            var answer = await silo.PostAsync(path + (number % 16 == 15 ? "?dryRun=true" : ""), input, type: type, language: number % 2 == 0
                ? "vi"
                : "en");
            var appended = silo.Ledger.Appended - before;
            try
            {
                Assert.Equal(Check(answer, number % 16 == 15), appended);
            }
            catch (Exception exception)
            {
                Assert.Fail(FuzzPlan.Tell(
                    sort,
                    number,
                    input,
                    $"{answer.Status}, {appended} rows appended: {exception.Message}\n{answer.Text}"));
            }

            recorded += appended;
            taken += answer.Status == 200 ? 1 : 0;
        }

        Assert.Equal(rows + recorded, await silo.RowsAsync());
        Assert.InRange(taken, inputs / 100, inputs - (inputs / 4));
    }

    // How many rows the answer says were appended.
    private static long Check(Answer answer, bool dryRun)
    {
        if (answer.Status == 200)
            return dryRun ? 0 : answer.Json.GetProperty("accepted").GetInt32();
        Assert.Contains(answer.Status, Refusals);
        answer.IsProblem(answer.Status);
        Sentences.IsOne(answer.Detail);
        foreach (var message in answer.Errors.Select(error => error.Message))
            Sentences.IsOne(message);
        return 0;
    }
}
