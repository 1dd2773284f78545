using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Outboxes;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>What an outbox keeps, and from whom.</summary>
public sealed class OutboxTests : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1:8080");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_report_is_given_a_random_key_once_and_keeps_it_when_the_outbox_is_opened_again()
    {
        using (var outbox = Open())
            Assert.Equal([1, 2, 3], outbox.Add(
                new ReportBatch([Draft.Of("01"), Draft.Of("01"), Draft.Of("02") with { IdempotencyKey = "mine" }]) { Edition = "2023" }));
        string[] KeysOf()
        {
            using var outbox = Open();
            return [.. outbox.Read([OutboxState.Waiting]).Select(report => report.Report.IdempotencyKey)];
        }

        var keys = KeysOf();

        Assert.Equal(keys, KeysOf());
        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, key => Assert.InRange(key.Length, 4, 64));
        Assert.Equal("mine", keys[2]);
    }

    [Fact]
    public void An_outbox_is_for_one_silo()
    {
        Open().Dispose();

        var refusal = Assert.Throws<OutboxException>(() => Outbox.Open(folder.File("box.db"), new Uri("http://127.0.0.1:8081")));

        Assert.Equal(
            (OutboxFault.OtherAddress, "http://127.0.0.1:8080/", "http://127.0.0.1:8081/"),
            (refusal.Fault, refusal.Arguments[1], refusal.Arguments[2]));
    }

    [Fact]
    public void A_password_in_the_address_is_not_kept()
    {
        using (var outbox = Outbox.Open(folder.File("box.db"), new Uri("http://province:s3cret@127.0.0.1:8080/api?token=s3cret")))
        {
            outbox.Add(new ReportBatch([Draft.Of("01")]));
            Assert.Equal(new Uri("http://127.0.0.1:8080/api/"), outbox.Address);
        }

        Assert.All(Directory.EnumerateFiles(folder.Path), file => Assert.DoesNotContain(
            "s3cret",
            Encoding.Latin1.GetString(File.ReadAllBytes(file)),
            StringComparison.Ordinal));
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var outbox = Open();
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        foreach (var file in Directory.EnumerateFiles(folder.Path))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_file_that_is_something_else_is_left_alone()
    {
        File.WriteAllText(folder.File("text.db"), new string('x', 10_000));
        using (var other = new SqliteConnection($"Data Source={folder.File("other.db")};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (x)";
            command.ExecuteNonQuery();
        }

        Assert.Equal(OutboxFault.CannotOpen, Assert.Throws<OutboxException>(() => Outbox.Open(folder.File("text.db"), Address)).Fault);
        Assert.Equal(OutboxFault.CannotOpen, Assert.Throws<OutboxException>(() => Outbox.Open(folder.File("other.db"), Address)).Fault);
        Assert.Equal(OutboxFault.CannotOpen, Assert.Throws<OutboxException>(() => Outbox.Open(folder.Path, Address)).Fault);
    }

    [Fact]
    public async Task Many_that_write_at_once_lose_nothing_and_share_no_number()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() =>
        {
            using var outbox = Open();
            return Enumerable.Range(0, 20).SelectMany(_ => outbox.Add(new ReportBatch([Draft.Of($"{writer:00}")]))).ToArray();
        })));

        using var all = Open();
        Assert.Equal(Enumerable.Range(1, 120).Select(number => (long)number), numbers.SelectMany(own => own).Order());
        Assert.Equal(new OutboxCounts(120, 0), all.Count());
        Assert.All(all.Read([OutboxState.Waiting]).GroupBy(report => report.Report.Unit), own => Assert.Equal(20, own.Count()));
    }

    [Fact]
    public void A_refused_report_is_corrected_under_a_new_key_retried_under_its_own_or_discarded()
    {
        using var outbox = Open();
        outbox.Add(new ReportBatch([Draft.Of("01"), Draft.Of("02"), Draft.Of("03"), Draft.Of("04")]));
        var before = outbox.Read([OutboxState.Waiting]);
        var refusal = new OutboxRefusal("invalid", "T", [new ProblemError("/counts/agencies", "x", "X")]);
        outbox.Settle([], [(1, refusal), (2, refusal), (3, refusal)]);

        outbox.Correct(1, before[0].Report with { Unit = "05" });
        outbox.Retry(2);
        outbox.Discard(3);

        var after = outbox.Read(Enum.GetValues<OutboxState>());
        Assert.Equal(
            [OutboxState.Waiting, OutboxState.Waiting, OutboxState.Discarded, OutboxState.Waiting],
            after.Select(report => report.State));
        Assert.NotEqual(before[0].Report.IdempotencyKey, after[0].Report.IdempotencyKey);
        Assert.Equal(("05", before[1].Report.IdempotencyKey), (after[0].Report.Unit, after[1].Report.IdempotencyKey));
        Assert.Equal("/counts/agencies", after[2].Refusal!.Errors[0].Pointer);
        Assert.All(new Action[]
        {
            () => outbox.Correct(4, before[3].Report),
            () => outbox.Retry(4),
            () => outbox.Discard(99)
        }, change => Assert.Equal(OutboxFault.NotRefused, Assert.Throws<OutboxException>(change).Fault));
    }

    [Fact]
    public void The_same_file_is_taken_once_unless_it_is_meant_or_something_of_it_was_refused()
    {
        using var outbox = Open();
        var first = outbox.AddFile(new ReportBatch([Draft.Of("01")]), "digest", "a.xlsx");

        var refusal = Assert.Throws<OutboxException>(() => outbox.AddFile(new ReportBatch([Draft.Of("01")]), "digest", "b.xlsx"));
        Assert.Equal((OutboxFault.SameFile, "a.xlsx"), (refusal.Fault, refusal.Arguments[0]));
        Assert.Equal(1, outbox.Count().Waiting);
        var meant = outbox.AddFile(new ReportBatch([Draft.Of("01")]), "digest", "b.xlsx", again: true);
        Assert.Equal(2, outbox.Count().Waiting);
        Assert.NotEqual(first.Id, meant.Id);

        outbox.Settle(
            [],
            [.. outbox.Read([OutboxState.Waiting]).Select(report => (report.Position, new OutboxRefusal("outside-subtree", "T", [])))]);
        outbox.AddFile(new ReportBatch([Draft.Of("01")]), "digest", "c.xlsx");
        Assert.Equal(new OutboxCounts(1, 2), outbox.Count());
    }

    [Fact]
    public void A_later_report_of_the_same_day_that_was_recorded_is_known()
    {
        using var outbox = Open();
        outbox.Add(new ReportBatch([
            Draft.Of("01"),
            Draft.Of("01") with { EffectiveOn = Draft.Day.AddDays(1) },
            Draft.Of("02"),
            Draft.Of("01")]));

        Assert.False(outbox.HasLaterRecorded(1));
        outbox.Settle([(2, 1), (3, 1)], []);
        Assert.False(outbox.HasLaterRecorded(1));
        outbox.Settle([(4, 2)], []);
        Assert.True(outbox.HasLaterRecorded(1));
    }

    [Fact]
    public void What_was_recorded_is_forgotten_after_ninety_days_and_nothing_else_is()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
        using var outbox = Outbox.Open(folder.File("box.db"), Address, time);
        outbox.Add(new ReportBatch([Draft.Of("01"), Draft.Of("02"), Draft.Of("03")]));
        outbox.Settle([(1, 1)], [(2, new OutboxRefusal("invalid", "T", []))]);

        time.Advance(Outbox.Memory);
        outbox.Forget();
        Assert.Equal(3, outbox.Read(Enum.GetValues<OutboxState>()).Count);
        time.Advance(TimeSpan.FromSeconds(1));
        outbox.Forget();
        Assert.Equal([2, 3], outbox.Read(Enum.GetValues<OutboxState>()).Select(report => report.Position));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1-8080.db")]
    [InlineData("https://Silo.Example.vn/ha-noi/", "silo.example.vn-ha-noi.db")]
    [InlineData("http://[::1]:8080/", "--1--8080.db")]
    public void Each_silo_has_an_outbox_of_its_own_by_default(string address, string name)
    {
        var path = Outbox.DefaultPath(new Uri(address));

        Assert.Equal(name.TrimStart('-'), Path.GetFileName(path));
        Assert.True(Path.IsPathFullyQualified(path));
        Assert.DoesNotContain(Path.GetFileName(path), letter => Path.GetInvalidFileNameChars().Concat(":<>|?*\"\\").Contains(letter));
    }

    public void Dispose() => folder.Dispose();

    private Outbox Open() => Outbox.Open(folder.File("box.db"), Address);
}
