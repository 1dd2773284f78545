using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>The template, and the reports that come back in it.</summary>
public sealed class ImportTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    private const string Header = "Mã đơn vị;Tên đơn vị;Ngày số liệu;Cơ quan, đơn vị;Cơ quan, đơn vị đạt An toàn về ANTT\n";

    [Fact]
    public async Task A_template_is_written_filled_in_checked_and_recorded_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("mau.csv");
        var written = await silo.RunAsync("template", "S01-001", "--format", "csv", "--output", file);
        Assert.Equal(0, written.ExitCode);
        Assert.Contains("mau-models.csv", written.Output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(file);
        var place = Array.IndexOf(lines[0].Split(';'), "Doanh nghiệp (của chính đơn vị, không gồm cấp dưới)");
        var fields = lines[2].Split(';');
        (fields[2], fields[place]) = ("20/02/2017", "12");
        lines[2] = string.Join(';', fields);
        await File.WriteAllLinesAsync(file, lines);

        var checkedOnly = await silo.JsonAsync("fileReceipt", "import", file, "--check");
        var recordedBefore = await silo.JsonAsync("ledger", "reports", fields[0]);
        var first = await silo.JsonAsync("fileReceipt", "import", file);
        var again = await silo.RunAsync("import", file);
        var meant = await silo.JsonAsync("fileReceipt", "import", file, "--again");

        Assert.Equal(1, checkedOnly.GetProperty("accepted").GetInt32());
        Assert.Equal(0, recordedBefore.GetProperty("items").GetArrayLength());
        Assert.Equal((1, lines.Length - 2), (first.GetProperty("accepted").GetInt32(), first.GetProperty("unchangedRows").GetInt32()));
        Assert.Contains("--again", again.Output, StringComparison.Ordinal);
        Assert.Equal(
            (1, 2),
            (meant.GetProperty("accepted").GetInt32(), meant.GetProperty("results")[0].GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public async Task A_workbook_is_written_and_never_over_another_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("mau.xlsx");

        var first = await silo.RunAsync("template", "S01-001", "--output", file);
        var second = await silo.RunAsync("template", "S01-001", "--output", file);
        var empty = await silo.RunAsync("import", file);
        var unknown = await silo.RunAsync("template", "99", "--output", folder.File("khac.xlsx"));

        Assert.Equal((0, 2, 1, 1), (first.ExitCode, second.ExitCode, empty.ExitCode, unknown.ExitCode));
        Assert.Contains("nothing-reported", empty.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_shown_with_its_cell_and_marked_in_a_copy()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("sai.csv"), Header + "S01-002;;20/02/2017;5;6\nS01-003;;20/02/2017;1.234;\n");

        var forPeople = await silo.RunAsync("import", folder.File("sai.csv"), "--marked", folder.File("danh-dau.csv"));
        var forPrograms = await silo.RunAsync("import", folder.File("sai.csv"), "--json");

        Assert.Equal((1, 1), (forPeople.ExitCode, forPrograms.ExitCode));
        Assert.Contains("\tE2\tover-denominator\t", forPeople.Output, StringComparison.Ordinal);
        Assert.Contains("\tD3\tambiguous-number\t", forPeople.Output, StringComparison.Ordinal);
        Assert.Contains("2 faults", forPeople.Errors, StringComparison.Ordinal);
        var errors = Schema.Matches("problem", forPrograms.Output).GetProperty("errors");
        Assert.Equal(["E2", "D3"], errors.EnumerateArray().Select(error => error.GetProperty("cell").GetString()));
        var marked = await File.ReadAllLinesAsync(folder.File("danh-dau.csv"));
        Assert.EndsWith(";Faults", marked[0], StringComparison.Ordinal);
        Assert.Contains("D3: ", marked[2], StringComparison.Ordinal);
        Assert.Equal(0, (await silo.JsonAsync("ledger", "reports", "S01-003")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_warned_file_is_recorded_when_it_is_confirmed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("truoc.csv"), Header + "S01-006;;20/02/2017;1500;\n");
        await File.WriteAllTextAsync(folder.File("sau.csv"), Header + "S01-006;;21/02/2017;2000000;\nS01-007;;21/02/2017;5;\n");
        await silo.JsonAsync("fileReceipt", "import", folder.File("truoc.csv"));
        using var client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });

        var warned = await silo.RunAsync("import", folder.File("sau.csv"));
        var forPrograms = await silo.RunAsync("import", folder.File("sau.csv"), "--check", "--json");
        var confirmed = await silo.JsonAsync("fileReceipt", "import", folder.File("sau.csv"), "--confirm", "jump", "--confirm", "ceiling");
        var again = await client.SubmitFileAsync(await File.ReadAllBytesAsync(folder.File("sau.csv")));

        Assert.Equal((1, 1), (warned.ExitCode, forPrograms.ExitCode));
        Assert.Contains("\tD2\tjump\t", warned.Output, StringComparison.Ordinal);
        Assert.Contains("--confirm jump", warned.Errors, StringComparison.Ordinal);
        Assert.Contains("--confirm ceiling", warned.Errors, StringComparison.Ordinal);
        Assert.Equal(["warning", "warning"], Schema.Matches("problem", forPrograms.Output).GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("severity").GetString()));
        Assert.Equal(2, confirmed.GetProperty("accepted").GetInt32());
        Assert.Equal((0, 2), (again.Accepted, again.Duplicates));
    }

    [Fact]
    public async Task A_key_that_may_not_report_for_a_unit_is_told_which_cell()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("ngoai.csv"), Header + "S02-001;;20/02/2017;5;\n");
        var key = (await silo.JsonAsync("newKey", "keys", "create", "01", "--role", "reporter")).GetProperty("key").GetString();

        var result = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_KEY", key)),
            null,
            "import",
            folder.File("ngoai.csv"));

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("A2", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_sends_the_file_itself()
    {
        using var client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });

        var receipt = await client.SubmitFileAsync(System.Text.Encoding.UTF8.GetBytes(Header + "S01-004;;20/02/2017;5;\n"));
        var refusal = await Assert.ThrowsAsync<AggregationProblemException>(() =>
            client.SubmitFileAsync(System.Text.Encoding.UTF8.GetBytes(Header + "S01-004;;20/02/2017;x;\n")));

        Assert.Equal((1, 2), (receipt.Accepted, receipt.Results[0].Row));
        Assert.Equal(("D2", 2, 4), (refusal.Errors[0].Cell, refusal.Errors[0].Row, refusal.Errors[0].Column));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_too_long_is_refused_before_anything_is_sent()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("dai.csv"), new byte[Aggregation.Files.FileLimits.MaxBytes + 1]);

        Assert.Equal(2, (await silo.RunAsync("import", folder.File("khong-co.xlsx"))).ExitCode);
        Assert.Equal(1, (await silo.RunAsync("import", folder.File("dai.csv"))).ExitCode);
    }
}
