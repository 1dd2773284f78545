using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Reports;

/// <summary>Batches of the right shape: what is recorded, and what is refused.</summary>
public sealed class ReportRulesTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    private static readonly string Tomorrow = DateTimeOffset.UtcNow.AddHours(7)
        .AddDays(1)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TheoryData<string, string, string> Rules => new()
    {
        { Bodies.Valid(unit: "99999"), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(unit: "../VN"), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(unit: "2023/VN"), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(unit: ""), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(unit: "\\u0000"), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(unit: "vn"), "/reports/0/unit", "unknown-unit" },
        { Bodies.Valid(key: ""), "/reports/0/idempotencyKey", "empty" },
        { Bodies.Valid(key: "  "), "/reports/0/idempotencyKey", "empty" },
        { Bodies.Valid(key: new string('k', 65)), "/reports/0/idempotencyKey", "too-long" },
        { Bodies.Valid(key: new string('k', 10_000)), "/reports/0/idempotencyKey", "too-long" },
        { Bodies.Valid(key: "a\\u0007b"), "/reports/0/idempotencyKey", "forbidden-character" },
        { Bodies.Report("\"counts\":{\"agencies\":1000000001}"), "/reports/0/counts/agencies", "out-of-range" },
        { Bodies.Report("\"counts\":{\"agencies\":-1}"), "/reports/0/counts/agencies", "out-of-range" },
        { Bodies.Report("\"counts\":{\"agencies\":99999999999999999999999999}"), "/reports/0/counts/agencies", "out-of-range" },
        { Bodies.Report("\"counts\":{\"agencies\":-99999999999999999999999999}"), "/reports/0/counts/agencies", "out-of-range" },
        { Bodies.Report("\"counts\":{\"dragons\":1}"), "/reports/0/counts/dragons", "unknown-indicator" },
        { Bodies.Report("\"counts\":{\"committee\":1}"), "/reports/0/counts/committee", "unknown-indicator" },
        { Bodies.Report("\"counts\":{\"Agencies\":1}"), "/reports/0/counts/Agencies", "unknown-indicator" },
        { Bodies.Report("\"counts\":{\"\":1}"), "/reports/0/counts/", "unknown-indicator" },
        { Bodies.Report("\"statuses\":{\"agencies\":\"x\"}"), "/reports/0/statuses/agencies", "unknown-indicator" },
        { Bodies.Report("\"statuses\":{\"committee\":\"done\"}"), "/reports/0/statuses/committee", "unknown-state" },
        { Bodies.Report("\"statuses\":{\"committee\":\"unreported\"}"), "/reports/0/statuses/committee", "unknown-state" },
        { Bodies.Report(
            "\"statuses\":{\"mobilisation-programme\":\"adopted\"}"), "/reports/0/statuses/mobilisation-programme", "not-at-this-level" },
        { Bodies.Report(
            "\"statuses\":{\"safe-unit\":\"recognised\"}",
            WritingSilo.Province), "/reports/0/statuses/safe-unit", "not-at-this-level" },
        { Bodies.Report("\"statuses\":{\"regulation\":\"signed\"}", "VN"), "/reports/0/statuses/regulation", "not-at-this-level" },
        { Bodies.Report("\"declared\":{\"people\":1}"), "/reports/0/declared/people", "unknown-declared" },
        { Bodies.Report("\"declared\":{\"models\":1000000001}"), "/reports/0/declared/models", "out-of-range" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: "2017-02-30"), "/reports/0/effectiveOn", "not-a-day" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: "30/02/2017"), "/reports/0/effectiveOn", "not-a-day" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: "2017-2-20"), "/reports/0/effectiveOn", "not-a-day" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: "2017-02-20T00:00:00Z"), "/reports/0/effectiveOn", "not-a-day" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: ""), "/reports/0/effectiveOn", "not-a-day" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: "1999-12-31"), "/reports/0/effectiveOn", "too-early" },
        { Bodies.Report("\"counts\":{\"agencies\":1}", day: Tomorrow), "/reports/0/effectiveOn", "in-the-future" },
        { Bodies.Report("\"counts\":{}"), "/reports/0", "no-figure" },
        { Bodies.Report("\"note\":\"only a note\""), "/reports/0", "no-figure" },
        { Bodies.Report("\"counts\":{\"agencies\":1},\"note\":\"\""), "/reports/0/note", "empty" },
        { Bodies.Report($"\"counts\":{{\"agencies\":1}},\"note\":\"{new string('x', 501)}\""), "/reports/0/note", "too-long" },
        { Bodies.Report("\"counts\":{\"agencies\":1},\"note\":\"a\\nb\""), "/reports/0/note", "forbidden-character" },
        { Bodies.Report("\"counts\":{\"agencies\":1},\"note\":\"\\u202Eab\""), "/reports/0/note", "forbidden-character" },
        { Bodies.Report("\"models\":[{\"name\":\"\",\"sites\":1}]"), "/reports/0/models/0/name", "empty" },
        { Bodies.Report("\"models\":[{\"name\":\"\\u200B\",\"sites\":1}]"), "/reports/0/models/0/name", "empty" },
        { Bodies.Report($"\"models\":[{{\"name\":\"{new string('x', 201)}\",\"sites\":1}}]"), "/reports/0/models/0/name", "too-long" },
        { Bodies.Report("\"models\":[{\"name\":\"a\\u0000b\",\"sites\":1}]"), "/reports/0/models/0/name", "forbidden-character" },
        { Bodies.Report("\"models\":[{\"name\":\"a\\uFFFEb\",\"sites\":1}]"), "/reports/0/models/0/name", "forbidden-character" },
        { Bodies.Report("\"models\":[{\"name\":\"x\",\"sites\":-1}]"), "/reports/0/models/0/sites", "out-of-range" },
        { Bodies.Report("\"models\":[{\"name\":\"x\",\"sites\":1,\"groups\":1000000001}]"), "/reports/0/models/0/groups", "out-of-range" },
        { Bodies.Report(
            "\"models\":[{\"name\":\"x\",\"sites\":1,\"kinds\":[\"self-service\"]}]"), "/reports/0/models/0/kinds/0", "unknown-kind" },
        { Bodies.Report(
            "\"models\":[{\"name\":\"x\",\"sites\":1,\"kinds\":[\"other\",\"other\"]}]"), "/reports/0/models/0/kinds/1", "kind-twice" },
        { Bodies.Report(
            "\"models\":[{\"name\":\"Hòa bình\",\"sites\":1},{\"name\":\"Hoà  BÌNH \",\"sites\":1}]"), "/reports/0/models/1/name",
            "model-twice" },
        { Bodies.Report(
            $"\"models\":[{{\"name\":\"Móc khóa\",\"sites\":1}},"
                + $"{{\"name\":\"{"Móc khóa".Normalize(System.Text.NormalizationForm.FormD)}\",\"sites\":1}}]"),
            "/reports/0/models/1/name", "model-twice" },
        { Bodies.Report(
            $"\"models\":[{string.Join(',', Enumerable.Range(1, 101).Select(number => $"{{\"name\":\"m{number}\",\"sites\":1}}"))}]"),
            "/reports/0/models", "too-many-models" },
        { Bodies.Report("\"withdraws\":1,\"counts\":{\"agencies\":1}"), "/reports/0", "withdrawal-with-figures" },
        { Bodies.Report("\"withdraws\":0"), "/reports/0/withdraws", "nothing-to-withdraw" },
        { Bodies.Report("\"withdraws\":-1"), "/reports/0/withdraws", "nothing-to-withdraw" },
        { Bodies.Report("\"withdraws\":99999999999"), "/reports/0/withdraws", "nothing-to-withdraw" },
        { Bodies.Report("\"withdraws\":1", "S02-001"), "/reports/0/withdraws", "nothing-to-withdraw" },
        { Bodies.Report("\"counts\":{\"agencies\":3,\"safe-agencies\":4}"), "/reports/0/counts/safe-agencies", "over-denominator" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_report_against_the_rules_is_a_422_that_says_where_in_both_languages(string report, string pointer, string code)
    {
        var rows = await silo.RowsAsync();
        var body = Bodies.Batch(report);
        var english = (await silo.PostAsync("/reports", body)).IsProblem(422, "invalid").Names(pointer, code);
        var vietnamese = (await silo.PostAsync("/reports", body, language: "vi")).IsProblem(422, "invalid").Names(pointer, code);
        Assert.NotEqual(english.Errors[0].Message, vietnamese.Errors[0].Message);
        (await silo.PostAsync("/reports?dryRun=true", body)).IsProblem(422).Names(pointer, code);
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task All_faults_of_all_reports_are_named_and_nothing_is_recorded()
    {
        var rows = await silo.RowsAsync();
        var answer = (await silo.PostAsync("/reports", Bodies.Batch(
            Bodies.Valid(),
            Bodies.Report(
                "\"counts\":{\"agencies\":-1,\"dragons\":1},\"statuses\":{\"committee\":\"x\"}",
                WritingSilo.OtherCommune,
                day: "2017-02-30"),
            Bodies.Valid(unit: "nowhere"),
            Bodies.Report("\"counts\":{\"schools\":1,\"safe-schools\":2}", WritingSilo.District)))).IsProblem(422);
        Assert.Equal(
            ["/reports/1/effectiveOn", "/reports/1/counts/agencies", "/reports/1/counts/dragons", "/reports/1/statuses/committee",
            "/reports/2/unit", "/reports/3/counts/safe-schools"],
            answer.Errors.Select(error => error.Pointer));
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task A_valid_batch_is_recorded_in_order_and_its_repeat_is_answered_the_same()
    {
        var rows = await silo.RowsAsync();
        var body = Bodies.Batch(Bodies.Valid("S10-001"), Bodies.Valid("S10-002"), Bodies.Valid("S10-001", agencies: 4));
        var first = await silo.PostAsync("/reports", body);
        Assert.Equal(200, first.Status);
        Assert.Equal("2023", first.Json.GetProperty("edition").GetString());
        Assert.Equal(3, first.Json.GetProperty("accepted").GetInt32());
        Assert.Equal(0, first.Json.GetProperty("duplicates").GetInt32());
        Assert.Equal(["S10-001 1 accepted", "S10-002 1 accepted", "S10-001 2 accepted"], Results(first));
        var again = await silo.PostAsync("/reports", body);
        Assert.Equal(["S10-001 1 duplicate", "S10-002 1 duplicate", "S10-001 2 duplicate"], Results(again));
        Assert.Equal(3, again.Json.GetProperty("duplicates").GetInt32());
        Assert.Equal(rows + 3, await silo.RowsAsync());
    }

    [Fact]
    public async Task The_same_key_with_other_content_is_a_409_alone_or_beside_other_units()
    {
        var key = Bodies.NewKey();
        Assert.Equal(200, (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("S04-001", key)))).Status);
        var rows = await silo.RowsAsync();
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("S04-001", key, 4)))).IsProblem(409, "conflict").Names(
            "/reports/0/idempotencyKey",
            "idempotency-key-conflict");
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("S04-002"), Bodies.Valid("S04-001", key, 4)))).IsProblem(
            409,
            "conflict").Names("/reports/1/idempotencyKey", "idempotency-key-conflict");
        var other = Bodies.NewKey();
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("S04-001", other, 4), Bodies.Valid("S04-001", other, 5)))).IsProblem(
            409,
            "conflict").Names("/reports/1/idempotencyKey", "idempotency-key-conflict");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task The_same_report_twice_in_one_batch_counts_once()
    {
        var report = Bodies.Valid("S11-001");
        var answer = await silo.PostAsync("/reports", Bodies.Batch(report, report));
        Assert.Equal(["S11-001 1 accepted", "S11-001 1 duplicate"], Results(answer));
    }

    [Fact]
    public async Task A_faulty_report_does_not_become_right_by_standing_twice()
    {
        var report = Bodies.Report("\"counts\":{\"dragons\":1}", "S11-002");
        (await silo.PostAsync("/reports", Bodies.Batch(report, report))).IsProblem(422)
            .Names("/reports/0/counts/dragons", "unknown-indicator")
            .Names("/reports/1/counts/dragons", "unknown-indicator");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_records_nothing()
    {
        var known = Bodies.Valid("S06-001");
        await silo.PostAsync("/reports", Bodies.Batch(known));
        var rows = await silo.RowsAsync();
        var answer = await silo.PostAsync("/reports?dryRun=true", Bodies.Batch(known, Bodies.Valid("S06-001")));
        Assert.Equal(["S06-001 1 duplicate", "S06-001  accepted"], Results(answer));
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task A_withdrawal_may_have_a_note_and_is_recorded()
    {
        await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("S12-001")));
        var answer = await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"withdraws\":1,\"note\":\"Nhầm đơn vị\"", "S12-001")));
        Assert.Equal(["S12-001 2 accepted"], Results(answer));
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"withdraws\":1", "S12-001")))).IsProblem(422).Names(
            "/reports/0/withdraws",
            "already-withdrawn");
        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Report("\"withdraws\":2", "S12-001")))).IsProblem(422).Names(
            "/reports/0/withdraws",
            "withdraws-a-withdrawal");
    }

    [Fact]
    public async Task Only_the_active_edition_takes_reports()
    {
        var body = """{"edition":"2025","reports":[""" + Bodies.Valid() + "]}";
        (await silo.PostAsync("/reports", body)).IsProblem(422).Names("/edition", "not-the-active-edition");
        Assert.Equal(200, (await silo.PostAsync("/reports?dryRun=true", body.Replace("2025", "2023"))).Status);
    }

    [Fact]
    public async Task Every_unit_outside_the_keys_subtree_is_named_with_403()
    {
        var rows = await silo.RowsAsync();
        var key = await silo.KeyAsync(WritingSilo.District, AccessRole.Reporter);
        var answer = (await silo.PostAsync("/reports", Bodies.Batch(
            Bodies.Valid(),
            Bodies.Valid(WritingSilo.Province),
            Bodies.Valid("nowhere"),
            Bodies.Valid("VN"),
            Bodies.Valid(WritingSilo.OtherDistrict)), key)).IsProblem(403, "outside-subtree");
        Assert.Equal(
            ["/reports/1/unit", "/reports/2/unit", "/reports/3/unit", "/reports/4/unit"],
            answer.Errors.Select(error => error.Pointer));
        answer.Names("/reports/2/unit", "unknown-unit");
        Assert.Equal(rows, await silo.RowsAsync());
    }

    [Fact]
    public async Task A_ledger_that_cannot_commit_is_a_503_and_the_same_batch_stands_once_later()
    {
        var body = Bodies.Batch(Bodies.Valid("S08-001"), Bodies.Valid("S08-002"));
        var rows = await silo.RowsAsync();
        silo.Ledger.Fails = true;
        var refused = await silo.PostAsync("/reports", body);
        silo.Ledger.Fails = false;
        refused.IsProblem(503, "unavailable");
        Assert.True(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture) > 0);
        var taken = await silo.PostAsync("/reports", body);
        for (var attempt = 0; taken.Status == 503 && attempt < 20; attempt++)
            taken = await silo.PostAsync("/reports", body);
        Assert.Equal(200, taken.Status);
        Assert.Equal(rows + 2, await silo.RowsAsync());
    }

    [Fact]
    public async Task As_shipped_the_rules_ask_only_about_what_nobody_means()
    {
        foreach (var report in new[]
        {
            Bodies.Valid("S12-002", agencies: 5), Bodies.Valid(
                "S12-002",
                agencies: 12), Bodies.Valid("S12-002", agencies: 3_000), Bodies.Valid("S12-002", agencies: 0),
            Bodies.Report(
                "\"statuses\":{\"committee\":\"consolidated\"}",
                "S12-002"), Bodies.Report("\"statuses\":{\"committee\":\"not-started\"}", "S12-002"),
            Bodies.Valid("12", agencies: 300), Bodies.Valid("S12-003", agencies: 300), Bodies.Valid("S12-003-00001", agencies: 1_000),
        })
        {
            Assert.Equal(200, (await silo.PostAsync("/reports", Bodies.Batch(report))).Status);
        }

        (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("14", agencies: 100), Bodies.Valid("S14-001-00001", agencies: 100))))
            .IsProblem(422, "unconfirmed").Names("/reports/0/counts/agencies", "same-as-below");
        (await silo.PostAsync("/reports", Bodies.Batch(
            Bodies.Valid("S12-005", agencies: 1_000),
            Bodies.Valid("S12-005", agencies: 1_000_001)))).IsProblem(422, "unconfirmed")
            .Names("/reports/1/counts/agencies", "jump")
            .Names("/reports/1/counts/agencies", "ceiling");
    }

    [Fact]
    public async Task Values_are_repeated_shortened_and_visible()
    {
        var answer =
            (await silo.PostAsync("/reports", Bodies.Batch(Bodies.Valid("\\u0001\\u202E" + new string('x', 5_000))))).IsProblem(422);
        Assert.True(answer.Errors[0].Message.Length < 300);
        Assert.DoesNotContain('\u202E', answer.Text);
    }

    private static string[] Results(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Json.GetProperty("results")
            .EnumerateArray()
            .Select(result => $"{result.GetProperty("unit")} {result.GetProperty("sequence")} {result.GetProperty("outcome")}")];
    }
}
