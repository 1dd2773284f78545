using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;
using Xunit;

namespace Aggregation.Tests.Ledger.Seals;

public sealed class HeadsFileTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly LedgerSeal Seal = new(
        1,
        TestSeal.Options.Keys[0],
        TestSeal.Options.Keys.ToImmutableDictionary(key => key.Fingerprint),
        [1, 2, 3]);

    // Head 4 of unit 1 as the version before signed it.
    private const string OldLine =
        "2026-11-22T03:00:00.0000000Z 37babc6350a2e654 AAAAAQAAAAQEBAQEBAQEBAQEBAQEBAQEBA== - "
            + "182c91b06e8bdc58aa551b6e3f3e1b4709a93355894b43c295bc7ffe9a6f0bae";

    private readonly TemporaryDirectory directory = new();
    private readonly string path;

    public HeadsFileTests() => path = directory.File("ledger.heads");

    public void Dispose() => directory.Dispose();

    [Fact]
    public void What_was_signed_is_known_after_a_restart_the_last_head_of_each_unit()
    {
        Write((1, 1), (2, 5));
        Write((1, 3));
        using var file = HeadsFile.Open(path, 1_000_000, Seal);
        Assert.Equal([(1, 3), (2, 5)], Known(file));
        var reading = file.Read();
        Assert.Empty(reading.Faults);
        Assert.Equal((2, At), (reading.Lines, reading.LastAt));
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_is_none_and_the_next_one_takes_its_place()
    {
        Write((1, 1));
        Write((1, 2));
        var bytes = File.ReadAllBytes(path);
        foreach (var length in new[] { bytes.Length - 1, bytes.Length - 40, (bytes.Length / 2) + 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            using (var file = HeadsFile.Open(path, 1_000_000, Seal))
                Assert.Equal([(1, 1)], Known(file));
            Write((1, 3));
            using var again = HeadsFile.Open(path, 1_000_000, Seal);
            Assert.Equal((2, 0), (again.Read().Lines, again.Read().Faults.Count));
        }
    }

    [Fact]
    public void A_line_that_was_changed_removed_moved_or_put_there_is_named()
    {
        foreach (var sequence in Enumerable.Range(1, 4))
            Write((1, sequence));
        var lines = File.ReadAllLines(path);
        Assert.Equal(
            [(2, HeadsFault.Changed)],
            Faults([lines[0], lines[1].Replace("03:00", "03:01", StringComparison.Ordinal), .. lines[2..]]));
        Assert.Equal([(2, HeadsFault.Follows)], Faults([lines[0], .. lines[2..]]));
        Assert.Equal(
            [(2, HeadsFault.Follows), (3, HeadsFault.Follows), (4, HeadsFault.Follows)],
            Faults([lines[0], lines[2], lines[1], lines[3]]));
        Assert.Equal([(3, HeadsFault.Changed), (4, HeadsFault.Follows)], Faults([.. lines[..2], "nothing", lines[3]]));
        var other = HeadsRecord.Sign(At, Seal with { Key = TestSeal.Of(TestSeal.Second).Keys[0] }, [], [Head(1, 9)], HeadsRecord.None);
        Assert.Equal([(5, HeadsFault.UnknownKey)], Faults([.. lines, other.ToString()]));
    }

    [Fact]
    public void A_file_that_grew_begins_anew_with_all_heads_in_one_line()
    {
        using var file = HeadsFile.Open(path, mostBytes: 2_000, Seal);
        foreach (var sequence in Enumerable.Range(1, 100))
        {
            file.Append(At, [Head(1 + (sequence % 3), sequence)], []);
            Assert.InRange(new FileInfo(path).Length, 1, 2_600);
        }

        Assert.Equal([(1, 99), (2, 100), (3, 98)], Known(file));
        Assert.Empty(file.Read().Faults);
        Assert.Equal(
            file.Known.Values.Order(Comparer<SealedHead>.Create((one, other) => one.Unit - other.Unit)).Select(head => head.Sequence),
            file.Read().Heads.OrderBy(head => head.Key).Select(head => head.Value.Sequence));
    }

    [Fact]
    public void One_silo_writes_a_file()
    {
        using var file = HeadsFile.Open(path, 1_000_000, Seal);
        var refusal = Assert.Throws<LedgerStartException>(() => HeadsFile.Open(path, 1_000_000, Seal));
        Assert.Contains("Ledger__HeadsPath", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerStartException>(() => HeadsFile.Open(directory.File("missing/ledger.heads"), 1_000_000, Seal));
    }

    [Fact]
    public void It_is_its_owners_alone()
    {
        Write((1, 1));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_line_of_the_version_before_is_read_and_the_next_one_follows_it()
    {
        File.WriteAllText(path, OldLine + "\n");
        using var file = HeadsFile.Open(path, 1_000_000, Seal);
        Assert.Equal([(1, 4)], Known(file));
        file.Append(At, [Head(1, 5)], []);
        Assert.Empty(file.Read().Faults);
        Assert.Equal(2, file.Read().Lines);
    }

    private static SealedHead Head(int unit, int sequence) => new(unit, sequence, [.. Enumerable.Repeat((byte)sequence, RowSealer.Length)]);

    private static IEnumerable<(int, int)> Known(HeadsFile file) => file.Known.Values.Select(head => (head.Unit, head.Sequence)).Order();

    private void Write(params (int Unit, int Sequence)[] heads)
    {
        using var file = HeadsFile.Open(path, 1_000_000, Seal);
        file.Append(At, [.. heads.Select(head => Head(head.Unit, head.Sequence))], []);
    }

    private List<(int Line, HeadsFault Fault)> Faults(string[] lines)
    {
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        using var file = File.OpenRead(path);
        return HeadsReading.Read(file, Seal.Keys).Faults;
    }
}
