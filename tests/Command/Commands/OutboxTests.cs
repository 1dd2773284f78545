using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary><c>--queue</c>, <c>push</c> and <c>outbox</c>.</summary>
public sealed class OutboxTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>, IDisposable
{
    private const string Header = "Mã đơn vị;Tên đơn vị;Ngày số liệu;Cơ quan, đơn vị;Cơ quan, đơn vị đạt An toàn về ANTT\r\n";

    private readonly TemporaryFolder folder = new();

    private IReadOnlyDictionary<string, string?> Box => Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")));

    [Fact]
    public async Task What_is_queued_is_sent_by_push_and_the_refused_one_corrected()
    {
        await QueueAsync("report", "01", "--count", "agencies=12", "--on", "2017-02-20");
        await QueueAsync("report", "01", "--count", "safe-agencies=13", "--on", "2017-02-20");
        await QueueAsync("report", "01", "--count", "schools=3", "--on", "2017-02-20");
        await QueueAsync("withdraw", "01", "1");
        var waiting = await JsonAsync("outbox", 0, "outbox");

        var pushed = await JsonAsync("push", 1, "push");
        var refused = await JsonAsync("outbox", 0, "outbox");
        var correction = await RunAsync("outbox", "correct", "2", "--count", "safe-schools=1", "--without", "safe-agencies");
        var last = await JsonAsync("push", 0, "push");
        var rows = (await silo.JsonAsync("ledger", "reports", "01")).GetProperty("items").EnumerateArray().Reverse().ToArray();

        Assert.Equal((4, 0), (waiting.GetProperty("waiting").GetInt32(), waiting.GetProperty("refused").GetInt32()));
        Assert.Equal((3, 1), (pushed.GetProperty("recorded").GetInt32(), pushed.GetProperty("leftRefused").GetInt32()));
        var item = Assert.Single(refused.GetProperty("items").EnumerateArray());
        Assert.Equal((2, "refused", "over-denominator"), (item.GetProperty("position").GetInt32(), item.GetProperty("state")
            .GetString(), item.GetProperty("refusal").GetProperty("errors")[0].GetProperty("code").GetString()));
        Assert.Contains("stand over those", correction.Errors, StringComparison.Ordinal);
        Assert.Equal(1, last.GetProperty("recorded").GetInt32());
        Assert.Equal(
            ["agencies", "schools", null, "safe-schools"],
            rows.Select(row => row.GetProperty("counts").EnumerateObject().Select(count => count.Name).SingleOrDefault()));
        Assert.NotEqual(item.GetProperty("report")
            .GetProperty("idempotencyKey")
            .GetString(), rows[3].GetProperty("idempotencyKey").GetString());
    }

    [Fact]
    public async Task A_report_refused_for_its_key_is_retried_under_its_own_and_another_one_discarded()
    {
        var key = (await silo.JsonAsync("newKey", "keys", "create", "02", "--role", "reporter")).GetProperty("key").GetString();
        await QueueAsync("report", "04", "--count", "agencies=1");
        await QueueAsync("report", "04", "--count", "agencies=2");
        await QueueAsync("report", "02", "--count", "agencies=3");
        var queued = (await JsonAsync("outbox", 0, "outbox")).GetProperty("items")[0].GetProperty("report")
            .GetProperty("idempotencyKey")
            .GetString();

        var outside = await CommandProcess.RunWithAsync(
            silo.Url,
            Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")), ("AGGREGATION_KEY", key)),
            null,
            "push");
        var retried = await JsonAsync("outbox", 0, "outbox", "retry", "1");
        await JsonAsync("outbox", 0, "outbox", "discard", "2");
        var pushed = await JsonAsync("push", 0, "push");

        Assert.Equal(1, outside.ExitCode);
        Assert.Equal((1, 1), (retried.GetProperty("waiting").GetInt32(), retried.GetProperty("refused").GetInt32()));
        Assert.Equal((1, 0), (pushed.GetProperty("recorded").GetInt32(), pushed.GetProperty("leftRefused").GetInt32()));
        Assert.Equal(
            queued,
            (await silo.JsonAsync("ledger", "reports", "04")).GetProperty("items")[0].GetProperty("idempotencyKey").GetString());
        Assert.Equal(1, (await RunAsync("outbox", "discard", "2")).ExitCode);
        Assert.Equal(1, (await RunAsync("outbox", "correct", "99", "--count", "agencies=1")).ExitCode);
    }

    [Fact]
    public async Task A_warned_report_is_set_aside_until_it_is_confirmed()
    {
        await QueueAsync("report", "11", "--count", "schools=1500");
        await QueueAsync("report", "11", "--count", "schools=12000");
        await JsonAsync("push", 1, "push");
        var key = (await JsonAsync("outbox", 0, "outbox")).GetProperty("items")[0].GetProperty("report")
            .GetProperty("idempotencyKey")
            .GetString();

        await JsonAsync("outbox", 0, "outbox", "retry", "2", "--confirm", "ceiling");
        await JsonAsync("push", 0, "push");

        Assert.Equal(
            key,
            (await silo.JsonAsync("ledger", "reports", "11")).GetProperty("items")[0].GetProperty("idempotencyKey").GetString());
    }

    [Fact]
    public async Task A_file_is_queued_once_unless_it_is_meant_also_while_the_silo_is_away()
    {
        await File.WriteAllTextAsync(folder.File("a.csv"), Header + "S04-001;;20/02/2017;5;\r\n");
        await File.WriteAllTextAsync(folder.File("b.csv"), Header + "S04-002;;20/02/2017;5;\r\n");
        await File.WriteAllTextAsync(folder.File("sai.csv"), Header + "S04-003;;20/02/2017;1.234;\r\n");

        var first = await RunAsync("import", folder.File("a.csv"), "--queue", "--json");
        var same = await RunAsync("import", folder.File("a.csv"), "--queue");
        var meant = await RunAsync("import", folder.File("a.csv"), "--queue", "--again", "--json");
        var wrong = await RunAsync("import", folder.File("sai.csv"), "--queue", "--marked", folder.File("danh-dau.csv"));
        Assert.Equal((0, 1, 0, 1), (first.ExitCode, same.ExitCode, meant.ExitCode, wrong.ExitCode));
        Assert.Contains("--again", same.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("danh-dau.csv")));
        Assert.Equal((1, 2), (Schema.Matches("queued", first.Output)
            .GetProperty("waiting")
            .GetInt32(), Schema.Matches("queued", meant.Output).GetProperty("waiting").GetInt32()));
        var pushed = await JsonAsync("push", 0, "push");
        Assert.Equal(2, pushed.GetProperty("recorded").GetInt32());

        // A silo of the same address that is gone.
        await using var other = await SiloProcess.StartAsync("Data Source=" + folder.File("ledger.db"));
        var away = Variables.Of(("AGGREGATION_OUTBOX", folder.File("away.db")));
        Assert.Equal(0, (await CommandProcess.RunWithAsync(other.Url, away, null, "import", folder.File("a.csv"), "--queue")).ExitCode);
        await other.KillAsync();
        Assert.Equal(0, (await CommandProcess.RunWithAsync(other.Url, away, null, "import", folder.File("b.csv"), "--queue")).ExitCode);
        var unreachable = await CommandProcess.RunWithAsync(
            other.Url,
            Variables.Of(("AGGREGATION_OUTBOX", folder.File("new.db"))),
            null,
            "import",
            folder.File("b.csv"),
            "--queue");
        Assert.Equal(3, unreachable.ExitCode);
        Assert.Contains("connect once", unreachable.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_known_sends_nothing_and_refuses_nothing_and_none_is_kept()
    {
        await QueueAsync("report", "06", "--count", "agencies=1");
        var unknown = Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")), ("AGGREGATION_KEY", "agg_nobody_0123456789"));

        var result = await CommandProcess.RunWithAsync(silo.Url, unknown, null, "push", "--json");

        Assert.Equal(4, result.ExitCode);
        Assert.Equal((1, 0), (Schema.Matches("push", result.Output)
            .GetProperty("leftWaiting")
            .GetInt32(), Schema.Matches("push", result.Output).GetProperty("leftRefused").GetInt32()));
        foreach (var file in Directory.EnumerateFiles(folder.Path))
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain(SiloProcess.AdminKey, content, StringComparison.Ordinal);
            Assert.DoesNotContain("agg_nobody", content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_outbox_lies_in_the_users_data_folder_one_for_each_silo()
    {
        var home = Variables.Of(("XDG_DATA_HOME", folder.File("data")), ("AGGREGATION_OUTBOX", null));

        var result = await CommandProcess.RunWithAsync(silo.Url, home, null, "report", "08", "--count", "agencies=1", "--queue", "--json");

        var path = Schema.Matches("queued", result.Output).GetProperty("outbox").GetString()!;
        Assert.Equal(Path.Combine(folder.File("data"), "aggregation", "outbox", $"127.0.0.1-{silo.Url.Port}.db"), path);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_one_sentence()
    {
        await QueueAsync("report", "10", "--count", "agencies=1");

        Assert.Equal(2, (await RunAsync("report", "10", "--count", "agencies=1", "--queue", "--dry-run")).ExitCode);
        Assert.Equal(2, (await RunAsync("push", "--outbox", folder.Path)).ExitCode);
        Assert.Equal(2, (await RunAsync("push", "--watch", folder.File("nowhere"))).ExitCode);
        var other = await CommandProcess.RunWithAsync(new Uri("http://127.0.0.1:9"), Box, null, "push");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("--outbox", other.Errors, StringComparison.Ordinal);
        Assert.Single(other.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => folder.Dispose();

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandProcess.RunWithAsync(silo.Url, Box, null, arguments);

    private async Task QueueAsync(params string[] arguments) => await JsonAsync("queued", 0, [.. arguments, "--queue"]);

    private async Task<System.Text.Json.JsonElement> JsonAsync(string schema, int exitCode, params string[] arguments)
    {
        var result = await RunAsync([.. arguments, "--json"]);
        Assert.True(result.ExitCode == exitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return Schema.Matches(schema, result.Output);
    }
}
