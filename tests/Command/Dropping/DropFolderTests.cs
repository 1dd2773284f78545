using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Aggregation.Tests.Command.Outboxes.Network;
using Xunit;

namespace Aggregation.Tests.Command.Dropping;

/// <summary><c>push --watch</c>: files dropped into a folder.</summary>
public sealed class DropFolderTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>, IDisposable
{
    private const string Header = "Mã đơn vị;Tên đơn vị;Ngày số liệu;Cơ quan, đơn vị;Cơ quan, đơn vị đạt An toàn về ANTT\r\n";

    private readonly TemporaryFolder folder = new();

    private string Drop => folder.File("drop");

    private IReadOnlyDictionary<string, string?> Box => Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")));

    [Fact]
    public async Task Files_end_in_done_or_refused_with_a_report_beside_them_and_none_over_another()
    {
        await using var push = Watch(silo.Url);
        await WriteAsync("thang-2.csv", "S01-002;;20/02/2017;5;\r\n");
        await EventuallyAsync("done/thang-2.csv");
        await WriteAsync("thang-2.csv", "S01-002;;21/02/2017;6;\r\nS01-003;;21/02/2017;7;8\r\n");
        await EventuallyAsync("refused/thang-2 (2).csv");
        await WriteAsync("thang-2.csv", "S01-002;;20/02/2017;5;\r\n");
        await EventuallyAsync("refused/thang-2 (3).csv");
        await WriteAsync("thang-3.csv", "S01-002;;20/03/2017;1.234;\r\n");
        await EventuallyAsync("refused/thang-3.csv");

        await push.InterruptAsync();
        var end = await push.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("1 of 1 report recorded", await ReadAsync("done/thang-2.csv.txt"), StringComparison.Ordinal);
        var partly = await ReadAsync("refused/thang-2 (2).csv.txt");
        Assert.Contains("1 of 2 reports", partly, StringComparison.Ordinal);
        Assert.Contains("E3: ", partly, StringComparison.Ordinal);
        Assert.Contains("E3: ", await ReadAsync("refused/thang-2 (2).marked.csv"), StringComparison.Ordinal);
        Assert.Contains("taken before", await ReadAsync("refused/thang-2 (3).csv.txt"), StringComparison.Ordinal);
        Assert.Contains("D2: ", await ReadAsync("refused/thang-3.csv.txt"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Drop));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Drop, "sending")));
        Assert.Equal(2, (await silo.JsonAsync("ledger", "reports", "S01-002")).GetProperty("items").GetArrayLength());
    }

    private bool Holds(string place, string pattern) =>
        Directory.Exists(Path.Combine(Drop, place)) && Directory.EnumerateFiles(Path.Combine(Drop, place), pattern).Any();

    [Fact]
    public async Task A_long_name_and_a_file_that_cannot_be_read_are_told_once_and_the_others_are_taken()
    {
        await using var push = Watch(silo.Url);
        File.CreateSymbolicLink(Path.Combine(Drop, "hong.csv"), folder.File("nowhere.csv"));
        await WriteAsync(NameOf(249, "Báo cáo số liệu phong trào "), "S01-008;;20/02/2017;x5;\r\n");
        await EventuallyAsync(() => Holds("refused", "*.marked.csv"));
        await WriteAsync(NameOf(255, "Toàn dân bảo vệ an ninh Tổ quốc "), "S01-008;;20/02/2017;5;\r\n");
        await EventuallyAsync(() => Holds("done", "*.csv"));
        await WriteAsync("sau.csv", "S01-008;;21/02/2017;6;\r\n");
        await EventuallyAsync("done/sau.csv");

        await push.InterruptAsync();
        var end = await push.EndAsync();

        Assert.Equal(2, end.Errors.Split("hong.csv").Length);
        var report = Directory.EnumerateFiles(Path.Combine(Drop, "refused"), "*.csv.txt").Single();
        Assert.Contains(NameOf(249, "Báo cáo số liệu phong trào "), await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        Assert.True(File.Exists(report[..^4]));
    }

    [Fact]
    public async Task A_file_still_being_written_is_left_until_it_is_complete()
    {
        await using var push = Watch(silo.Url);
        using var writer = Process.Start(new ProcessStartInfo(
            "bash",
            ["-c", $"exec cat > '{Drop}/dai.csv'"])
        { RedirectStandardInput = true, UseShellExecute = false })!;
        await writer.StandardInput.WriteAsync(Header + "S01-005;;20/02/2017;5;\r\n");
        await writer.StandardInput.FlushAsync();
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(Drop, "dai.csv"))
            && new FileInfo(Path.Combine(Drop, "dai.csv")).Length > Header.Length));

        // Dropped later, and taken although the first one has not changed for longer.
        await WriteAsync("ngan.csv", "S01-004;;20/02/2017;5;\r\n");
        await EventuallyAsync("done/ngan.csv");
        Assert.True(File.Exists(Path.Combine(Drop, "dai.csv")));

        await writer.StandardInput.WriteAsync("S01-006;;20/02/2017;6;\r\n");
        writer.StandardInput.Close();
        await EventuallyAsync("done/dai.csv");
        Assert.Contains("2 of 2 reports", await ReadAsync("done/dai.csv.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_before_a_power_cut_is_sent_after_it_and_told_of_once()
    {
        await using var network = new PoorNetwork(silo.Url, 1, [Fault.CutRequest]) { IsRepaired = true };
        await using (var push = Watch(network.Url))
        {
            await WriteAsync("truoc.csv", "S01-007;;20/02/2017;5;\r\n");
            await EventuallyAsync("done/truoc.csv");
            network.IsRepaired = false;
            await WriteAsync("sau.csv", "S01-007;;21/02/2017;6;\r\n");
            await EventuallyAsync("sending/sau.csv");
            await push.KillAsync();
        }

        // As if the power had gone before the file was moved.
        File.Move(Path.Combine(Drop, "sending", "sau.csv"), Path.Combine(Drop, "sau.csv"));
        network.IsRepaired = true;
        await using var next = Watch(network.Url);
        await EventuallyAsync("done/sau.csv");

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Drop, "refused")));
        Assert.Equal(2, (await silo.JsonAsync("ledger", "reports", "S01-007")).GetProperty("items").GetArrayLength());
    }

    public void Dispose() => folder.Dispose();

    private CommandProcess Watch(Uri url)
    {
        Directory.CreateDirectory(Drop);
        return CommandProcess.Start(url, Box, "push", "--watch", Drop);
    }

    private Task WriteAsync(string name, string rows) => File.WriteAllTextAsync(Path.Combine(Drop, name), Header + rows);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(Drop, name));

    // A name of so many bytes of UTF-8, its letters composed of several characters as macOS writes them.
    private static string NameOf(int bytes, string words)
    {
        var name = "";
        foreach (var letter in string.Concat(Enumerable.Repeat(words, 20)).Normalize(NormalizationForm.FormD))
        {
            if (Encoding.UTF8.GetByteCount(name + letter) > bytes - 4)
                break;
            name += letter;
        }

        return name.PadRight(name.Length + bytes - 4 - Encoding.UTF8.GetByteCount(name), 'x') + ".csv";
    }

    private static Task EventuallyAsync(Func<bool> isTrue) => Eventually.TrueAsync(() => Task.FromResult(isTrue()));

    private Task EventuallyAsync(string name) => Eventually.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(Drop, name))));
}
