using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Reports;

/// <summary>Bodies that are not of the contract's shape.</summary>
public sealed class ReportShapeTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    public static TheoryData<string, string, string> Shapes => new()
    {
        { "", "", "not-json" },
        { "   ", "", "not-json" },
        { "x", "", "not-json" },
        { "{\"reports\":[", "/reports", "not-json" },
        { Bodies.Batch(Bodies.Valid()) + "x", "", "not-json" },
        { Bodies.Batch(Bodies.Valid()) + "{}", "", "not-json" },
        { Bodies.Batch(Bodies.Valid()) + "\0", "", "not-json" },
        { "{\"reports\":[/**/]}", "/reports", "not-json" },
        { "{\"reports\":[{},]}", "/reports", "not-json" },
        { "{\"reports\":[{\"note\":\"\n\"}]}", "/reports/0/note", "not-json" },
        { "{\"reports\":[{\"withdraws\":01}]}", "/reports/0/withdraws", "not-json" },
        { "{\"reports\":[{\"withdraws\":NaN}]}", "/reports/0/withdraws", "not-json" },
        { "[]", "", "wrong-type" },
        { "null", "", "wrong-type" },
        { "{}", "/reports", "missing-field" },
        { """{"reports":[{}]}""", "/reports/0/unit", "missing-field" },
        { """{"reports":[{}]}""", "/reports/0/idempotencyKey", "missing-field" },
        { """{"reports":[{}]}""", "/reports/0/effectiveOn", "missing-field" },
        { """{"reports":[{"models":[{}]}]}""", "/reports/0/models/0/name", "missing-field" },
        { """{"reports":[{"models":[{}]}]}""", "/reports/0/models/0/sites", "missing-field" },
        { "{\"reports\":{}}", "/reports", "wrong-type" },
        { "{\"reports\":null}", "/reports", "wrong-type" },
        { "{\"reports\":[]}", "/reports", "empty-list" },
        { "{\"reports\":[[]]}", "/reports/0", "wrong-type" },
        { "{\"reports\":[null]}", "/reports/0", "wrong-type" },
        { "{\"reports\":[{}],\"report\":1}", "/report", "unknown-field" },
        { "{\"reports\":[{}],\"Reports\":1}", "/Reports", "unknown-field" },
        { "{\"reports\":[{}],\"reports\":[{}]}", "/reports", "duplicate-field" },
        { "{\"reports\":[{}],\"edition\":2023}", "/edition", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"a/b~c\":1")), "/reports/0/a~1b~0c", "unknown-field" },
        { Bodies.Batch(Bodies.Report("\"unit\":\"01\",\"counts\":{}")), "/reports/0/unit", "duplicate-field" },
        { Bodies.Batch(Bodies.Report("\"u\\u006eit\":\"01\"")), "/reports/0/unit", "duplicate-field" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":\"3\"}")), "/reports/0/counts/agencies", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":null}")), "/reports/0/counts/agencies", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":true}")), "/reports/0/counts/agencies", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":1.5}")), "/reports/0/counts/agencies", "not-whole" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":1.0}")), "/reports/0/counts/agencies", "not-whole" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":1e2}")), "/reports/0/counts/agencies", "not-whole" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":1e400}")), "/reports/0/counts/agencies", "not-whole" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"agencies\":1,\"agencies\":1}")), "/reports/0/counts/agencies", "duplicate-field" },
        { Bodies.Batch(Bodies.Report("\"counts\":[]")), "/reports/0/counts", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"statuses\":{\"committee\":1}")), "/reports/0/statuses/committee", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"models\":{}")), "/reports/0/models", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"models\":[\"x\"]")), "/reports/0/models/0", "wrong-type" },
        { Bodies.Batch(
            Bodies.Report("\"models\":[{\"name\":\"x\",\"sites\":1,\"kinds\":\"other\"}]")), "/reports/0/models/0/kinds", "wrong-type" },
        { Bodies.Batch(
            Bodies.Report("\"models\":[{\"name\":\"x\",\"sites\":1,\"kinds\":[1]}]")), "/reports/0/models/0/kinds/0", "wrong-type" },
        { Bodies.Batch(
            Bodies.Report("\"models\":[{\"name\":\"x\",\"sites\":1,\"place\":1}]")), "/reports/0/models/0/place", "unknown-field" },
        { Bodies.Batch(Bodies.Report("\"note\":null")), "/reports/0/note", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"withdraws\":\"7\"")), "/reports/0/withdraws", "wrong-type" },
        { Bodies.Batch(Bodies.Report("\"note\":\"\\ud800\"")), "/reports/0/note", "lone-surrogate" },
        { Bodies.Batch(Bodies.Report("\"note\":\"\\udc00\\ud800\"")), "/reports/0/note", "lone-surrogate" },
        { Bodies.Batch(Bodies.Report("\"counts\":{\"\\ud800\":1}")), "/reports/0/counts", "lone-surrogate" },
        { Bodies.Batch(Bodies.Report("\"\\ud800\":1")), "/reports/0", "lone-surrogate" },
        { Bodies.Batch(Bodies.Report("\"x\":" + new string('[', 40) + new string(']', 40))), "/reports/0", "too-deep" },
        { new string('[', 100_000), "", "too-deep" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_body_of_another_shape_is_a_400_that_says_where_in_both_languages(string body, string pointer, string code)
    {
        var rows = await silo.RowsAsync();
        var english = (await silo.PostAsync("/reports", body)).IsProblem(400, "bad-body").Names(pointer, code);
        var vietnamese = (await silo.PostAsync("/reports", body, language: "vi")).IsProblem(400, "bad-body").Names(pointer, code);
        Assert.NotEqual(english.Errors[0].Message, vietnamese.Errors[0].Message);
        Assert.Equal("vi", vietnamese.Headers["Content-Language"]);
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task Every_fault_of_the_shape_is_named()
    {
        var body = Bodies.Batch(
            Bodies.Report("\"counts\":{\"agencies\":\"1\",\"schools\":1.5},\"x\":{\"y\":[1]}"),
            "7",
            Bodies.Report("\"note\":1"));
        var answer = (await silo.PostAsync("/reports", body)).IsProblem(400);
        Assert.Equal(
            ["/reports/0/counts/agencies", "/reports/0/counts/schools", "/reports/0/x", "/reports/1", "/reports/2/note"],
            answer.Errors.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public async Task Malformed_utf8_is_a_400(byte[] wrong)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"reports\":[{\"note\":\""), .. wrong, .. Encoding.UTF8.GetBytes("\"}]}")];
        (await silo.PostAsync("/reports", body)).IsProblem(400).Names("", "not-utf-8");
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_body_is_passed_over()
    {
        var answer = await silo.PostAsync("/reports?dryRun=true", "\uFEFF" + Bodies.Batch(Bodies.Valid()));
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/jsonx")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; version=1")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/problem+json")]
    [InlineData("nonsense")]
    public async Task Another_media_type_is_a_415(string? type)
    {
        var rows = await silo.RowsAsync();
        (await silo.PostAsync("/reports", Encoding.UTF8.GetBytes(Bodies.Batch(Bodies.Valid())), type: type)).IsProblem(
            415,
            "wrong-media-type");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("Application/JSON; Charset=\"UTF-8\"")]
    public async Task Json_in_utf8_is_taken(string type) =>
        Assert.Equal(200, (await silo.PostAsync("/reports?dryRun=true", Bodies.Batch(Bodies.Valid()), type: type)).Status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    public async Task A_compressed_body_is_a_415(string encoding)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/reports")
        { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Bodies.Batch(Bodies.Valid()))) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        (await silo.SendAsync(request, WritingSilo.AdminText, "en")).IsProblem(415, "wrong-encoding");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_a_mebibyte_is_a_413_before_it_is_parsed(bool chunked)
    {
        var rows = await silo.RowsAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/reports")
        { Content = new ByteArrayContent(new byte[(1024 * 1024) + 1]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        (await silo.SendAsync(request, WritingSilo.AdminText, "en")).IsProblem(413, "too-large");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task A_body_of_a_mebibyte_is_read()
    {
        var body = Bodies.Batch(Bodies.Valid());
        Assert.Equal(200, (await silo.PostAsync("/reports?dryRun=true", body + new string(' ', (1024 * 1024) - body.Length))).Status);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/api/v1/reports")
        { Content = new ByteArrayContent(new byte[10 * 1024 * 1024]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.ExpectContinue = true;
        (await silo.SendAsync(request, WritingSilo.AdminText, "en")).IsProblem(413, "too-large");
    }

    [Fact]
    public async Task A_thousand_reports_are_taken_and_one_more_is_a_413()
    {
        Assert.Equal(200, (await silo.PostAsync("/reports?dryRun=true", Bodies.Many(1_000))).Status);
        (await silo.PostAsync("/reports?dryRun=true", Bodies.Many(1_001))).IsProblem(413, "too-many-reports");
    }

    [Theory]
    [InlineData("?dryrun=true")]
    [InlineData("?dryRun=yes")]
    [InlineData("?dryRun=")]
    [InlineData("?dryRun=true&dryRun=false")]
    [InlineData("?edition=2023")]
    public async Task A_query_that_the_call_does_not_know_is_a_400_and_records_nothing(string query)
    {
        var rows = await silo.RowsAsync();
        (await silo.PostAsync("/reports" + query, Bodies.Batch(Bodies.Valid()))).IsProblem(400, "bad-query");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task Refusals_come_in_the_order_of_the_contract()
    {
        var large = new byte[2 * 1024 * 1024];
        (await silo.PostAsync("/reports?x=1", large, key: null, type: "text/plain")).IsProblem(401);
        (await silo.PostAsync("/reports?x=1", large, type: "text/plain")).IsProblem(415);
        (await silo.PostAsync("/reports?x=1", large)).IsProblem(413);
        var outside = await silo.KeyAsync(WritingSilo.OtherProvince, AccessRole.Reporter);
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"counts\":{\"nothing\":\"1\"}")), outside)).IsProblem(400);
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"counts\":{\"nothing\":1}")), outside)).IsProblem(403);
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"counts\":{\"nothing\":1}")))).IsProblem(422);
    }

    [Fact]
    public async Task Random_changes_of_a_valid_body_never_break_the_silo_and_record_nothing_unless_they_are_valid()
    {
        var random = new Random(20170220);
        var expected = await silo.RowsAsync();
        for (var round = 0; round < 3_000; round++)
        {
            var body = Mutate(random, Encoding.UTF8.GetBytes(Full()));
            var answer = await silo.PostAsync("/reports", body);
            Assert.True(answer.Status is 200 or 400 or 403 or 409 or 422, $"{answer.Status}: {Convert.ToBase64String(body)}");
            if (answer.Status == 200)
                expected += answer.Json.GetProperty("accepted").GetInt32();
            else
                answer.IsProblem(answer.Status);
        }

        Assert.Equal(expected, await silo.RowsAsync());
    }

    private static string Full() => Bodies.Batch(
        Bodies.Valid(),
        Bodies.Report("""
            "counts":{"residential-areas":12,"safe-residential-areas":9},"models":[{"name":"Móc khóa an toàn","kinds":["self-protection"],"sites":2,"groups":1}],
            "statuses":{"committee":"consolidated"},"declared":{"models":3},"note":"Ghi chú \ud83d\ude00"
            """));

    private static byte[] Mutate(Random random, byte[] body)
    {
        var changed = new List<byte>(body);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var place = random.Next(changed.Count);
            switch (random.Next(6))
            {
                case 0: changed[place] = (byte)random.Next(256); break;
                case 1: changed.RemoveAt(place); break;
                case 2: changed.Insert(place, (byte)"{}[]\",:0123456789.eE-\\ntu"[random.Next(25)]); break;
                case 3: changed.RemoveRange(place, Math.Min(random.Next(1, 40), changed.Count - place - 1)); break;
                case 4: changed.InsertRange(place, changed.GetRange(place, Math.Min(random.Next(1, 40), changed.Count - place))); break;
                default: changed[place] ^= (byte)(1 << random.Next(8)); break;
            }
        }

        return [.. changed];
    }
}
