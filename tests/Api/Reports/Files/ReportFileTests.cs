using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Files.Templates;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Reports;

/// <summary><c>POST /reports/file</c>.</summary>
public sealed class ReportFileTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    private const string Header = "unit;unitName;effectiveOn;agencies;safe-agencies;safe-unit\n";

    [Fact]
    public async Task A_file_is_checked_recorded_and_recognised_when_it_comes_again()
    {
        var csv = Header + "S02-001-00001;;20/02/2017;5;4;recognised\nS02-001-00002;;2017-02-20;0;;\nS02-001-00003;;;;;\n";
        var rows = await silo.RowsAsync();

        var checkedOnly = await PostAsync(csv, "?dryRun=true");
        var before = await silo.RowsAsync();
        var first = await PostAsync(csv);
        var again = await PostAsync(csv.Replace(';', ',').Replace("2017-02-20", "20/02/2017", StringComparison.Ordinal));

        Assert.Equal((rows, rows + 2), (before, await silo.RowsAsync()));
        Assert.Equal((2, 0, 1), Counts(checkedOnly));
        Assert.Equal((2, 0, 1), Counts(first));
        Assert.Equal((0, 2, 1), Counts(again));
        var result = first.Json.GetProperty("results")[0];
        Assert.Equal(
            (2, 1, "accepted"),
            (result.GetProperty("row").GetInt32(), result.GetProperty("sequence").GetInt32(), result.GetProperty("outcome").GetString()));
        Assert.Equal(5, checkedOnly.Json.GetProperty("results")[0].GetProperty("report")
            .GetProperty("counts")
            .GetProperty("agencies")
            .GetInt32());
    }

    [Fact]
    public async Task A_corrected_row_is_news()
    {
        await PostAsync(Header + "S10-001-00001;;20/02/2017;5;;\n");

        Assert.Equal((1, 0, 0), Counts(await PostAsync(Header + "S10-001-00001;;20/02/2017;6;;\n")));
    }

    [Fact]
    public async Task Faults_of_the_file_and_of_the_reports_come_together_with_their_cells()
    {
        var csv = Header
            + "S04-001-00001;;20/02/2017;1.234;2;recognised\nS04-001;;20/02/2017;5;6;recognised\nS04-001-00002;;31/02/2017;5;;recognised\nS04-001-00003;;20/02/2017;5;;\n";
        var rows = await silo.RowsAsync();

        var answer = (await PostAsync(csv)).IsProblem(422, "file-refused");

        // The whole of D2 is not known, so E2 is not said to be too large.
        Assert.Equal(
            [("D2", "ambiguous-number"), ("E3", "over-denominator"), ("F3", "not-at-this-level"), ("C4", "not-a-day")],
            answer.Json.GetProperty("errors")
                .EnumerateArray()
                .Select(error => (error.GetProperty("cell").GetString()!, error.GetProperty("code").GetString()!)));
        answer.Names("/rows/2/columns/4", "ambiguous-number");
        Assert.Equal((3, 5), (answer.Json.GetProperty("errors")[1].GetProperty("row")
            .GetInt32(), answer.Json.GetProperty("errors")[1].GetProperty("column").GetInt32()));
        Assert.Contains("faults (4)", answer.Detail, StringComparison.Ordinal);
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task Faults_are_told_in_vietnamese_unless_english_is_asked_for()
    {
        var answer = await silo.PostAsync(
            "/reports/file",
            Encoding.UTF8.GetBytes(Header + "S04-001-00001;;20/02/2017;x;;\n"),
            language: "vi",
            type: "text/csv");

        Assert.Contains("không phải là số nguyên", Assert.Single(answer.IsProblem(422).Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("application/octet-stream")]
    public async Task The_file_may_be_the_body(string type) =>
        Assert.Equal(
            200,
            (await silo.PostAsync("/reports/file?dryRun=true", Header + "S11-001-00001;;20/02/2017;5;;\n", type: type)).Status);

    [Fact]
    public async Task A_workbook_may_be_a_part_of_a_form()
    {
        var catalogue = JsonSerializer.Deserialize(
            (await silo.SendAsync(HttpMethod.Get, "/api/v1/catalogue")).Text,
            ReadJson.Default.PublishedCatalogue)!;
        var unit = silo.Edition.Find("S11-001-00001")!;
        var template = new ReportTemplate(
            catalogue,
            [new RegistryUnit(unit.Code, unit.Name, unit.Kind, "commune", unit.Parent, null, Simulated: true)]).ToWorkbook();

        var answer = await PostFormAsync(("file", template));

        // Nobody has filled it in.
        Assert.Equal("nothing-reported", Assert.Single(answer.IsProblem(422, "file-refused").Errors).Code);
    }

    [Fact]
    public async Task Another_form_or_another_kind_of_body_is_refused()
    {
        var csv = Encoding.UTF8.GetBytes(Header + "S11-001-00001;;20/02/2017;5;;\n");

        Assert.Equal(200, (await PostFormAsync(("file", csv))).Status);
        (await PostFormAsync()).IsProblem(400, "bad-upload");
        (await PostFormAsync(("other", csv))).IsProblem(400, "bad-upload");
        (await PostFormAsync(("file", csv), ("file", csv))).IsProblem(400, "bad-upload");
        (await silo.PostAsync("/reports/file", csv, type: "multipart/form-data; boundary=x")).IsProblem(400, "bad-upload");
        (await silo.PostAsync("/reports/file", csv, type: "multipart/form-data")).IsProblem(400, "bad-upload");
        (await silo.PostAsync("/reports/file", csv, type: "application/json")).IsProblem(415, "wrong-media-type");
        (await silo.PostAsync("/reports/file?dryRun=perhaps", csv, type: "text/csv")).IsProblem(400, "bad-query");
        (await silo.PostAsync("/reports/file", new byte[Aggregation.Files.FileLimits.MaxBytes + 1], type: "text/csv")).IsProblem(
            413,
            "too-large");
    }

    [Fact]
    public async Task A_unit_outside_the_keys_subtree_forbids_the_file_and_whatever_else_is_wrong_is_told_with_it()
    {
        var key = await silo.KeyAsync(WritingSilo.District, AccessRole.Reporter);

        var answer = (await PostAsync(Header + "S01-001-00001;;20/02/2017;5;;\nS01-002;;20/02/2017;x;5;\n", key: key)).IsProblem(
            403,
            "outside-subtree");

        Assert.Equal(
            [("A3", "outside-subtree"), ("D3", "not-whole")],
            answer.Json.GetProperty("errors")
                .EnumerateArray()
                .Select(error => (error.GetProperty("cell").GetString()!, error.GetProperty("code").GetString()!)));
    }

    [Fact]
    public async Task More_reports_than_a_batch_are_all_recorded_or_none()
    {
        var communes = silo.Edition.Units.Where(unit => unit.Level == 3).Take(2_500).ToArray();
        var lines = communes.Select((unit, place) => string.Create(
            CultureInfo.InvariantCulture,
            $"{unit.Code};{unit.Name};20/02/2017;{place % 1_000};;\n")).ToArray();
        var rows = await silo.RowsAsync();

        var refused = (await PostAsync(Header + string.Concat(lines) + $"{communes[0].Code};;21/02/2017;1;2;\n")).IsProblem(
            422,
            "file-refused");
        var after = await silo.RowsAsync();
        var taken = await PostAsync(Header + string.Concat(lines));

        Assert.Equal("E2502", Assert.Single(refused.Json.GetProperty("errors").EnumerateArray()).GetProperty("cell").GetString());
        Assert.Equal((2_500, 0, 0), Counts(taken));
        Assert.Equal((rows, rows + 2_500), (after, await silo.RowsAsync()));
        Assert.Equal(Enumerable.Range(2, 2_500), taken.Json.GetProperty("results")
            .EnumerateArray()
            .Select(result => result.GetProperty("row").GetInt32()));
    }

    [Fact]
    public async Task After_a_503_the_same_file_stands_once()
    {
        var csv = Header + "S06-001-00001;;20/02/2017;5;;\nS06-001-00002;;20/02/2017;6;;\n";
        var rows = await silo.RowsAsync();
        silo.Ledger.Fails = true;
        var refused = await PostAsync(csv);
        silo.Ledger.Fails = false;
        refused.IsProblem(503, "unavailable");

        var taken = await PostAsync(csv);
        for (var attempt = 0; taken.Status == 503 && attempt < 20; attempt++)
            taken = await PostAsync(csv);

        Assert.Equal(200, taken.Status);
        Assert.Equal(rows + 2, await silo.RowsAsync());
    }

    [Fact]
    public async Task The_call_is_described_with_every_way_to_send_a_file()
    {
        var call = (await silo.SendAsync(HttpMethod.Get, "/openapi/v1.json", null)).Json.GetProperty("paths")
            .GetProperty("/api/v1/reports/file")
            .GetProperty("post");
        var content = call.GetProperty("requestBody").GetProperty("content");

        Assert.Equal("binary", content.GetProperty("multipart/form-data")
            .GetProperty("schema")
            .GetProperty("properties")
            .GetProperty("file")
            .GetProperty("format")
            .GetString());
        Assert.True(content.TryGetProperty("text/csv", out _));
        Assert.Equal(
            "200 400 401 403 408 409 413 415 422 429 503",
            string.Join(' ', call.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order()));
    }

    private static (int Accepted, int Duplicates, int Unchanged) Counts(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return (answer.Json.GetProperty("accepted")
            .GetInt32(), answer.Json.GetProperty("duplicates").GetInt32(), answer.Json.GetProperty("unchangedRows").GetInt32());
    }

    private Task<Answer> PostAsync(string csv, string query = "", string key = WritingSilo.AdminText) =>
        silo.PostAsync("/reports/file" + query, csv, key, type: "text/csv");

    private async Task<Answer> PostFormAsync(params (string Name, byte[] Content)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
            form.Add(new ByteArrayContent(content), name, "số liệu.xlsx");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports/file?dryRun=true") { Content = form };
        return await silo.SendAsync(request, WritingSilo.AdminText, "en");
    }
}
