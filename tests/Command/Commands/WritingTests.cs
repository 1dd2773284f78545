using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>The commands that write.</summary>
public sealed class WritingTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [Fact]
    public async Task A_report_counts_once_however_often_it_is_sent_and_can_be_taken_back()
    {
        string[] report =
        [
            "report", "79", "--count", "agencies=12", "--model", "Móc khóa an toàn;self-protection;2;1", "--on", "2017-02-20",
            "--idempotency-key", "w-1"
        ];

        var first = await silo.JsonAsync("receipt", report);
        var again = await silo.JsonAsync("receipt", report);
        var taken = await silo.JsonAsync("receipt", "withdraw", "79", "1", "--note", "sai");
        var rows = await silo.JsonAsync("ledger", "reports", "79");

        Assert.Equal((1, 0), (first.GetProperty("accepted").GetInt32(), first.GetProperty("duplicates").GetInt32()));
        Assert.Equal((0, 1), (again.GetProperty("accepted").GetInt32(), again.GetProperty("duplicates").GetInt32()));
        Assert.Equal(1, taken.GetProperty("accepted").GetInt32());
        Assert.Equal([2, 1], rows.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public async Task A_dry_run_records_nothing()
    {
        await silo.JsonAsync("receipt", "report", "48", "--status", "committee=consolidated", "--dry-run");

        Assert.Equal(0, (await silo.JsonAsync("ledger", "reports", "48")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_warned_report_is_recorded_when_it_is_confirmed()
    {
        var warned = await silo.RunAsync("report", "10", "--count", "schools=12000");
        var forPrograms = await silo.RunAsync("report", "10", "--count", "schools=12000", "--dry-run", "--json");
        var confirmed = await silo.JsonAsync("receipt", "report", "10", "--count", "schools=12000", "--confirm", "ceiling");

        Assert.Equal((1, 1), (warned.ExitCode, forPrograms.ExitCode));
        Assert.Contains("--confirm ceiling", warned.Errors, StringComparison.Ordinal);
        Assert.Equal("warning", Schema.Matches("problem", forPrograms.Output).GetProperty("errors")[0].GetProperty("severity").GetString());
        Assert.Equal(1, confirmed.GetProperty("results")[0].GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task A_batch_comes_from_standard_input()
    {
        const string batch =
            """{"reports":[{"unit":"31","idempotencyKey":"b-1","effectiveOn":"2017-02-20","statuses":{"programme":"adopted"}}]}""";

        var result = await CommandProcess.RunWithAsync(silo.Url, null, batch, "report", "--file", "-", "--json");

        Assert.Equal(1, Schema.Matches("receipt", result.Output).GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task A_batch_may_be_written_as_Windows_does_but_not_in_UTF_16()
    {
        using var folder = new TemporaryFolder();
        const string batch =
            "{\r\n\"reports\":[{\"unit\":\"33\",\"idempotencyKey\":\"w-33\",\r\n\"effectiveOn\":\"2017-02-20\",\"counts\":{\"agencies\":1},\"note\":\"Hưng Yên\"}]}\r\n";
        await File.WriteAllTextAsync(folder.File("utf8.json"), batch, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await File.WriteAllTextAsync(folder.File("utf16.json"), batch, Encoding.Unicode);

        var taken = await silo.JsonAsync("receipt", "report", "--file", folder.File("utf8.json"));
        var refused = await silo.RunAsync("report", "--file", folder.File("utf16.json"));

        Assert.Equal(1, taken.GetProperty("accepted").GetInt32());
        Assert.Equal("Hưng Yên", (await silo.JsonAsync("ledger", "reports", "33")).GetProperty("items")[0].GetProperty("note").GetString());
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("UTF-16", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_report_names_every_fault()
    {
        var forPeople = await silo.RunAsync("report", "01", "--status", "committee=perhaps", "--count", "nothing=1");
        var forPrograms = await silo.RunAsync("report", "01", "--status", "committee=perhaps", "--count", "nothing=1", "--json");

        Assert.Equal((1, 1), (forPeople.ExitCode, forPrograms.ExitCode));
        Assert.Contains("/reports/0/statuses/committee", forPeople.Errors, StringComparison.Ordinal);
        Assert.Contains("/reports/0/counts/nothing", forPeople.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Schema.Matches("problem", forPrograms.Output).GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_key_is_made_listed_used_and_revoked()
    {
        var key = await silo.JsonAsync("newKey", "keys", "create", "01", "--role", "viewer", "--note", "xem");
        var id = key.GetProperty("id").GetString()!;
        var variables = Variables.Of(("AGGREGATION_KEY", key.GetProperty("key").GetString()));

        Assert.Contains(
            (await silo.JsonAsync("keys", "keys", "list")).GetProperty("items").EnumerateArray(),
            item => item.GetProperty("id").GetString() == id);
        Assert.Equal(0, (await CommandProcess.RunWithAsync(silo.Url, variables, null, "status", "01")).ExitCode);
        Assert.Equal(4, (await CommandProcess.RunWithAsync(silo.Url, variables, null, "report", "01", "--count", "agencies=1")).ExitCode);
        Assert.Equal(0, (await silo.RunAsync("keys", "revoke", id)).ExitCode);
        Assert.Equal(4, (await CommandProcess.RunWithAsync(silo.Url, variables, null, "status", "01")).ExitCode);
    }

    [Fact]
    public async Task Whoever_revokes_a_key_is_offered_those_it_made()
    {
        var maker = await silo.JsonAsync("newKey", "keys", "create", "01", "--role", "admin");
        var id = maker.GetProperty("id").GetString()!;
        var made = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_KEY", maker.GetProperty("key").GetString())),
            null,
            "keys",
            "create",
            "01",
            "--role",
            "viewer");
        var variables = Variables.Of(("AGGREGATION_KEY", made.Output.Trim()));

        var revoked = await silo.RunAsync("keys", "revoke", id);
        Assert.Equal(0, revoked.ExitCode);
        Assert.Contains($"aggregation keys revoke {id} --cascade", revoked.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandProcess.RunWithAsync(silo.Url, variables, null, "status", "01")).ExitCode);

        var cascaded = await silo.RunAsync("keys", "revoke", id, "--cascade");
        Assert.Equal((0, ""), (cascaded.ExitCode, cascaded.Errors));
        Assert.Equal(4, (await CommandProcess.RunWithAsync(silo.Url, variables, null, "status", "01")).ExitCode);
    }

    [Fact]
    public async Task A_key_is_rotated_and_whoever_uses_the_old_one_is_told_when_it_ends()
    {
        var old = await silo.JsonAsync("newKey", "keys", "create", "01", "--role", "viewer");
        var id = old.GetProperty("id").GetString()!;
        var rotated = await silo.JsonAsync("rotatedKey", "keys", "rotate", id, "--overlap-days", "3");
        Assert.Equal(id, rotated.GetProperty("replaces").GetString());
        var lastDay = rotated.GetProperty("replacedExpiresOn").GetString()!;

        var withOld = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_KEY", old.GetProperty("key").GetString())),
            null,
            "status",
            "01");
        var withNew = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_KEY", rotated.GetProperty("key").GetString())),
            null,
            "status",
            "01");
        Assert.Equal((0, 0), (withOld.ExitCode, withNew.ExitCode));
        Assert.Contains(lastDay, withOld.Errors, StringComparison.Ordinal);
        Assert.Empty(withNew.Errors);

        var list = await silo.RunAsync("keys", "list");
        Assert.Contains(list.Output.Split('\n'), line => line.StartsWith(id + "\t", StringComparison.Ordinal)
            && line.Contains("\texpiring\t", StringComparison.Ordinal));
        Assert.Equal(1, (await silo.RunAsync("keys", "rotate", id)).ExitCode);
        Assert.Equal(2, (await silo.RunAsync("keys", "rotate", id, "--overlap-days", "91")).ExitCode);
    }

    [Fact]
    public async Task A_key_about_to_expire_is_pointed_out_until_it_is_replaced()
    {
        var today = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var id = (await silo.JsonAsync("newKey", "keys", "create", "02", "--expires-on", today)).GetProperty("id").GetString()!;
        Assert.Contains(id, (await silo.RunAsync("keys", "list")).Errors, StringComparison.Ordinal);
        await silo.JsonAsync("rotatedKey", "keys", "rotate", id);
        Assert.DoesNotContain(id, (await silo.RunAsync("keys", "list")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_alone_goes_to_standard_output()
    {
        var result = await silo.RunAsync("keys", "create", "02");

        Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_list_is_imported_in_both_layouts_and_every_refused_row_named()
    {
        using var folder = new TemporaryFolder();
        await using var empty = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        await File.WriteAllTextAsync(
            folder.File("wrong.csv"),
            "code,name,kind,level,parent,region\n1,Xã A,Xã,commune,01,\n00002,,Xã,commune,99,\n");
        await File.WriteAllTextAsync(
            folder.File("units.csv"),
            "code,name,kind,level,parent,region\n01,Thành phố Hà Nội,Thành phố,province,VN,\n001,Quận Ba "
                + "Đình,Quận,district,01,\n00001,Phường Phúc Xá,Phường,commune,001,\n");

        var refused = await CommandProcess.RunAsync(empty.Url, "units", "import", folder.File("wrong.csv"));
        var refusedJson = await CommandProcess.RunAsync(empty.Url, "units", "import", folder.File("wrong.csv"), "--json");
        var imported = await CommandProcess.RunAsync(empty.Url, "units", "import", folder.File("units.csv"), "--json");
        var scenario = await CommandProcess.RunAsync(empty.Url, "scenario", "load");
        var simulation = await CommandProcess.RunAsync(empty.Url, "simulate", "--for", "1s");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("1,Xã A,Xã,commune,01,", refused.Output, StringComparison.Ordinal);
        Assert.Contains("\n3\t", refused.Output, StringComparison.Ordinal);
        Assert.All(Schema.Matches("problem", refusedJson.Output)
            .GetProperty("errors")
            .EnumerateArray(), error => Assert.InRange(error.GetProperty("line").GetInt32(), 2, 3));
        Assert.Equal(1, Schema.Matches("import", imported.Output).GetProperty("levels").GetProperty("commune").GetInt32());

        // What is invented never stands beside what is real.
        Assert.Equal((1, 1), (scenario.ExitCode, simulation.ExitCode));
        Assert.Contains("--demo", scenario.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statistics_offices_own_columns_are_taken_too()
    {
        using var folder = new TemporaryFolder();
        await using var empty = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        await File.WriteAllTextAsync(
            folder.File("districts.csv"),
            "Mã,Tên,Tên Tiếng Anh,Cấp,Mã TP,Tỉnh / Thành Phố\n001,Quận Ba Đình,,Quận,01,Thành phố Hà Nội\n");
        await File.WriteAllTextAsync(
            folder.File("communes.csv"),
            "Mã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố\n00001,Phường Phúc Xá,,Phường,001,Quận Ba Đình,01,Thành "
                + "phố Hà Nội\n");

        var districts = await CommandProcess.RunAsync(empty.Url, "units", "import", folder.File("districts.csv"), "--json");
        var communes = await CommandProcess.RunAsync(empty.Url, "units", "import", folder.File("communes.csv"), "--json");

        Assert.Equal((0, 0), (districts.ExitCode, communes.ExitCode));
        Assert.Equal(1, Schema.Matches("import", communes.Output).GetProperty("added").GetInt32());
    }
}
