using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>The commands that read: what they say to programs, to people, and to a pipe.</summary>
public sealed class ReadingTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [Fact]
    public async Task Status_is_the_APIs_own_roll_up()
    {
        var rollUp = await silo.JsonAsync("rollUp", "status", "01", "--as-of", "2017-02-20");

        Assert.Equal("01", rollUp.GetProperty("code").GetString());
        Assert.Equal("Thành phố Hà Nội", rollUp.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Status_of_the_children_is_one_roll_up_each()
    {
        var page = await silo.JsonAsync("rollUps", "status", "--children");

        Assert.Equal(63, page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Outstanding_reads_as_many_pages_as_it_takes()
    {
        var page = await silo.JsonAsync("outstanding", "outstanding", "--level", "commune", "--limit", "0");

        Assert.Equal(page.GetProperty("total").GetInt32(), page.GetProperty("items").GetArrayLength());
        Assert.Null(page.GetProperty("next").GetString());
    }

    [Fact]
    public async Task A_limit_leaves_a_cursor()
    {
        var page = await silo.JsonAsync("units", "units", "list", "--level", "commune", "--limit", "3");

        Assert.Equal(3, page.GetProperty("items").GetArrayLength());
        Assert.NotNull(page.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Models_history_reports_and_catalogue_have_their_shapes()
    {
        await silo.JsonAsync("models", "models", "01", "--name", "khoa");
        await silo.JsonAsync("history", "history", "--from", "2017-01-01", "--to", "2017-06-30");
        await silo.JsonAsync("history", "history", "01", "--indicator", "models", "--step", "year");
        await silo.JsonAsync("ledger", "reports", "01");
        await silo.JsonAsync("catalogue", "catalogue");
    }

    [Fact]
    public async Task Verify_finds_no_difference()
    {
        var verification = await silo.JsonAsync("verification", "verify");

        Assert.Equal(0, verification.GetProperty("differences").GetArrayLength());
        Assert.True(verification.GetProperty("unitsChecked").GetInt32() > 11_000);
    }

    [Fact]
    public async Task Verify_compares_every_row_with_its_seal_and_the_audit_tells_of_it()
    {
        var deep = (await silo.JsonAsync("verification", "verify", "--deep")).GetProperty("deep");
        Assert.Equal((0, 0), (deep.GetProperty("faultsFound").GetInt64(), deep.GetProperty("unsealed").GetInt64()));
        Assert.Contains(
            deep.GetProperty("sealKey").GetString()!,
            (await silo.RunAsync("verify", "--deep")).Output,
            StringComparison.Ordinal);

        var act = (await silo.JsonAsync("audit", "audit", "--limit", "1")).GetProperty("items")[0];
        Assert.Equal(
            ("verified-deeply", "done", "VN"),
            (act.GetProperty("act").GetString(), act.GetProperty("outcome").GetString(), act.GetProperty("unit").GetString()));
        Assert.Contains("verified deeply", (await silo.RunAsync("audit")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_plain_lines_with_tabs()
    {
        var result = await silo.RunAsync("status", "VN");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\e', result.Output);
        Assert.DoesNotContain('│', result.Output);
        Assert.Contains("0/63 committees consolidated", result.Output, StringComparison.Ordinal);
        Assert.Contains("Residential areas\t", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("units list --level commune --limit 0")]
    [InlineData("watch VN --with-children --json")]
    public async Task A_reader_that_has_read_enough_ends_it_well(string arguments)
    {
        var result = await CommandProcess.RunInShellAsync(silo.Url, $"$AGGREGATION {arguments} | head -n 1; echo ${{PIPESTATUS[0]}}");

        Assert.EndsWith("\n0\n", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task It_speaks_Vietnamese_unless_asked_otherwise()
    {
        var result = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_LANGUAGE", null), ("LC_ALL", "C.UTF-8")),
            null,
            "status");

        Assert.Contains("0/63 kiện toàn", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_both_languages_where_the_machine_knows_no_cultures()
    {
        var english = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")),
            null,
            "status");
        var vietnamese = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")),
            null,
            "status",
            "--language",
            "vi");

        Assert.Contains("0/63 committees consolidated", english.Output, StringComparison.Ordinal);
        Assert.Contains("0/63 kiện toàn", vietnamese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_has_help_with_an_example_in_both_languages()
    {
        foreach (var command in new[]
        {
            "status",
            "outstanding",
            "models",
            "history",
            "reports",
            "watch",
            "report",
            "withdraw",
            "units import",
            "keys create",
            "scenario load",
            "simulate",
            "verify",
            "doctor",
            "catalogue"
        })
        {
            var english = await silo.RunAsync([.. command.Split(' '), "--help"]);
            var vietnamese = await silo.RunAsync([.. command.Split(' '), "--help", "--language", "vi"]);

            Assert.Equal((0, 0), (english.ExitCode, vietnamese.ExitCode));
            Assert.Contains(
                $"Examples:\n  {(command == "scenario load" ? "dotnet run" : "aggregation " + command)}",
                english.Output,
                StringComparison.Ordinal);
            Assert.Contains("Ví dụ:", vietnamese.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shells_can_complete_it()
    {
        Assert.Contains("complete ", (await silo.RunAsync("completion", "bash")).Output, StringComparison.Ordinal);
        Assert.Equal(["outbox", "outstanding"], (await silo.RunAsync("[suggest:14]", "aggregation ou")).Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith("ou", StringComparison.Ordinal)));
    }
}
