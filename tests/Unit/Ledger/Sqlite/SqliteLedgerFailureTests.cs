using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Aggregation.Ledger.Sqlite;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteLedgerFailureTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly string path;

    public SqliteLedgerFailureTests() => path = directory.File("ledger.db");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_file_that_may_not_grow_fails_every_append_of_the_commit_and_mends_by_itself()
    {
        using var open = new SqliteOpenLedger(path);
        open.Database.MaximumPages = 30;
        var sequence = 0;
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
        {
            while (true)
            {
                await open.AppendAsync(1, sequence + 1, Large(), Large());
                sequence += 2;
            }
        });
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("disk is full", exception.Message, StringComparison.Ordinal);
        Assert.Equal(sequence, (await open.ReadAsync(1)).Count);

        var hold = await open.Ledger.HoldAsync(default);
        var together = Enumerable.Range(2, 20).Select(unit => open.AppendAsync(unit, 1, Large())).ToArray();
        await hold.DisposeAsync();
        foreach (var append in together)
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => append);
        Assert.Empty(await open.ReadAsync(Enumerable.Range(2, 20)));

        open.Database.MaximumPages = null;
        await open.AppendAsync(1, sequence + 1, Large());
        await Task.WhenAll(Enumerable.Range(2, 20).Select(unit => open.AppendAsync(unit, 1, Large())));
        Assert.Equal(sequence + 21, (await open.ReadAsync(Enumerable.Range(1, 21))).Count);
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_fails_appends_until_it_is_free()
    {
        using var open = new SqliteOpenLedger(
            path,
            options: new SqliteLedgerOptions { Path = path, BusyTimeout = TimeSpan.FromMilliseconds(20) });
        await open.AppendAsync(1, 1, Entry(1));
        using var other = SqliteShell.Open(path);
        SqliteShell.Run(other, "BEGIN IMMEDIATE");
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 2, Entry(2)));
        Assert.Contains("locked", exception.Message, StringComparison.Ordinal);
        Assert.Single(await open.ReadAsync(1));
        SqliteShell.Run(other, "ROLLBACK");
        await open.AppendAsync(1, 2, Entry(2));
    }

    [SmallDiskFact]
    public async Task A_full_disk_fails_appends_until_it_has_room()
    {
        using var disk = SmallDisk.Mount(directory.File("disk"), megabytes: 2);
        var filler = Path.Combine(disk.Path, "filler");
        using var open = new SqliteOpenLedger(Path.Combine(disk.Path, "ledger.db"));
        await open.AppendAsync(1, 1, Entry(1));
        var sequence = 1;
        await FillAsync(filler);
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
        {
            while (true)
            {
                await open.AppendAsync(1, sequence + 1, Large());
                sequence++;
            }
        });
        Assert.Contains(disk.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("full", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, sequence + 1, [.. Enumerable.Repeat(Large(), 50)]));
        Assert.Equal(sequence, (await open.ReadAsync(1)).Count);

        File.Delete(filler);
        await open.AppendAsync(1, sequence + 1, Large());
        Assert.Equal(sequence + 1, (await open.ReadAsync(1)).Count);
    }

    [SmallDiskFact]
    public async Task A_disk_without_room_for_a_new_ledger_is_named_at_start()
    {
        using var disk = SmallDisk.Mount(directory.File("disk"), megabytes: 1);
        await FillAsync(Path.Combine(disk.Path, "filler"));
        SqliteDatabaseTests.Refused(Path.Combine(disk.Path, "ledger.db"), "room");
    }

    [Fact]
    public async Task The_lock_dies_with_its_process()
    {
        if (OperatingSystem.IsWindows())
            return;
        // flock(1) holds the same advisory lock as a silo would.
        File.WriteAllText(path + ".lock", "");
        using var holder = Process.Start(new ProcessStartInfo("flock", [
            path + ".lock",
            "sh",
            "-c",
            $"echo $$ > {path}.lock; echo held; exec sleep 600"])
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());
        var id = (await ReadAsync(path + ".lock")).Trim();
        SqliteDatabaseTests.Refused(path, $"process {id}");
        holder.Kill(entireProcessTree: true);
        await holder.WaitForExitAsync();
        using var child = TryGetProcess(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        if (child is not null)
            await child.WaitForExitAsync();
        using var open = new SqliteOpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
    }

    private static LedgerEntry Large() =>
        Entry(1) with { Report = Entry(1).Report with { Figures = new Figures { Note = new string('x', 3_000) } } };

    private static async Task FillAsync(string file)
    {
        await using var stream = File.Create(file);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await stream.WriteAsync(block);
                await stream.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    // .NET cannot read a file that is locked exclusively.
    private static async Task<string> ReadAsync(string file)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return await cat.StandardOutput.ReadToEndAsync();
    }

    private static Process? TryGetProcess(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
