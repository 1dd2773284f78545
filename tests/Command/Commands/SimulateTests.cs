using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary><c>simulate</c>: its book is the ledger, and the totals stay right.</summary>
public sealed class SimulateTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [Fact]
    public async Task The_book_equals_the_ledger_and_verify_finds_no_difference()
    {
        using var folder = new TemporaryFolder();

        var summary = await silo.JsonAsync(
            "simulation",
            "simulate",
            "--rate",
            "300",
            "--for",
            "4s",
            "--units",
            "01",
            "79",
            "--check",
            "--book",
            folder.File("book.jsonl"));

        Assert.Equal(1200, summary.GetProperty("sent").GetInt32());
        Assert.Equal(1200, summary.GetProperty("acknowledged").GetInt32());
        Assert.Equal(1200, summary.GetProperty("check").GetProperty("rows").GetInt32());
        Assert.Equal(0, summary.GetProperty("check").GetProperty("differences").GetArrayLength());
        Assert.Equal(1200, (await File.ReadAllLinesAsync(folder.File("book.jsonl"))).Length);
        Assert.Equal(0, (await silo.JsonAsync("verification", "verify")).GetProperty("differences").GetArrayLength());
        Assert.Equal(0, (await silo.JsonAsync("ledger", "reports", "02")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Ctrl_C_takes_in_what_was_sent_and_closes_the_book()
    {
        using var folder = new TemporaryFolder();
        var book = folder.File("book.jsonl");
        await using var command = CommandProcess.Start(silo.Url, null, "simulate", "--rate", "20", "--for", "1h", "--book", book, "--json");

        // Its own book says that it reports; the silo's totals may be other tests' doing.
        await Eventually.TrueAsync(() => Task.FromResult(new FileInfo(book) is { Exists: true, Length: > 0 }));
        await command.InterruptAsync();
        var result = await command.EndAsync();

        var summary = Schema.Matches("simulation", result.Output);
        Assert.Equal(130, result.ExitCode);
        Assert.Equal(summary.GetProperty("sent").GetInt32(), summary.GetProperty("acknowledged").GetInt32());
        Assert.Equal(summary.GetProperty("acknowledged").GetInt32(), (await File.ReadAllLinesAsync(book)).Length);
    }

    [Fact]
    public async Task An_unknown_unit_is_refused() => Assert.Equal(1, (await silo.RunAsync("simulate", "--units", "nowhere")).ExitCode);
}
