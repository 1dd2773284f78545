using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Sqlite;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    internal const string BackToStepSeven =
        "DROP TABLE record_mac; DROP TABLE record_set; DROP TABLE applied_setting; ALTER TABLE access_session DROP COLUMN mac; ALTER "
            + "TABLE access_key DROP COLUMN made_by; DROP TABLE name_form; DELETE FROM schema_version WHERE version >= 8";

    private readonly TemporaryDirectory directory = new();
    private readonly string path;

    public SqliteDatabaseTests() => path = directory.File("ledger.db");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_ledger_outlives_its_process()
    {
        using (var open = new SqliteOpenLedger(path))
            await open.AppendAsync(1, 1, Entry(1));
        using (var open = new SqliteOpenLedger(path))
        {
            await open.AppendAsync(1, 2, Entry(2));
            Assert.Equal(2, (await open.ReadAsync(1)).Count);
        }
    }

    [Fact]
    public async Task What_it_consists_of_is_its_owners_alone()
    {
        using var open = new SqliteOpenLedger(path);
        await open.AppendAsync(1, 1, Entry(1));
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(directory.Path))
            Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void Every_step_of_the_schema_is_noted()
    {
        using (new SqliteOpenLedger(path))
        {
            Assert.Equal(
                "1,2,3,4,5,6,7,8,9",
                SqliteShell.Run(path, "SELECT group_concat(version) FROM (SELECT version FROM schema_version ORDER BY version)"));
            Assert.Equal("wal", SqliteShell.Run(path, "PRAGMA journal_mode"));
        }
    }

    [Fact]
    public void The_steps_that_are_missing_are_made_up_for()
    {
        using (new SqliteOpenLedger(path))
        {
        }

        SqliteShell.Run(path, "ALTER TABLE report DROP COLUMN seal; DROP TABLE seal_epoch; DROP TABLE administrative_act; "
            + BackToStepSeven
            + "; DELETE FROM schema_version WHERE version = 7");
        using (new SqliteOpenLedger(path))
            Assert.Equal(1L, SqliteShell.Run(path, "SELECT count(*) FROM administrative_act"));
    }

    [Fact]
    public async Task A_report_is_readable_with_nothing_but_the_shell()
    {
        var clock = new SetClock { Now = new DateTimeOffset(2017, 2, 20, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(678) };
        using var open = new SqliteOpenLedger(path, clock);
        await open.AppendAsync(1, 1, Entry(12));
        Assert.Equal(
            "2017-02-20 2017-02-20T03:04:05.000678Z 12",
            SqliteShell.Run(
                path,
                "SELECT effective_on || ' ' || recorded_at || ' ' || json_extract(payload, '$.counts.agencies') FROM report_readable"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_two_paths_lead_to_is_opened_once(bool symbolic)
    {
        var other = path + ".other";
        using (new SqliteOpenLedger(path))
        {
        }

        using (var linking = Process.Start("ln", symbolic ? ["-s", path, other] : [path, other]))
            linking.WaitForExit();
        using (new SqliteOpenLedger(path))
            Refused(other, other, "in use");
        using (new SqliteOpenLedger(other))
            Refused(path, path, "in use");
    }

    [Fact]
    public void A_later_schema_is_refused()
    {
        using (new SqliteOpenLedger(path))
        {
        }

        SqliteShell.Run(path, "INSERT INTO schema_version VALUES (99, 'future', '')");
        Refused(path, "99", "version");
    }

    [Fact]
    public void A_second_opener_is_refused_with_the_holders_process_id()
    {
        using var open = new SqliteOpenLedger(path);
        Refused(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "in use");
    }

    [Fact]
    public async Task The_lock_is_free_after_closing_and_the_wal_is_gone()
    {
        using (var open = new SqliteOpenLedger(path))
        {
            await open.AppendAsync(1, 1, Entry(1));
            await open.ReadAsync(1);
            await open.Queries.ReadNewestAsync(1, null, 1, default);
        }

        Assert.Equal([path, path + ".lock"], Directory.GetFiles(directory.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        using (new SqliteOpenLedger(path))
        {
        }
    }

    [Fact]
    public void A_lock_file_that_nobody_holds_is_no_lock()
    {
        File.WriteAllText(path + ".lock", "12345\n");
        using (new SqliteOpenLedger(path))
        {
        }
    }

    [Fact]
    public void A_missing_directory_is_named() => Refused(directory.File("missing/ledger.db"), directory.File("missing"), "does not exist");

    [Fact]
    public void A_directory_is_not_a_ledger() => Refused(directory.Path, "is a directory");

    [Fact]
    public void A_read_only_file_is_refused()
    {
        using (new SqliteOpenLedger(path))
        {
        }

        File.SetAttributes(path, FileAttributes.ReadOnly);
        Refused(path, "read-only");
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void A_read_only_directory_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        var closed = Directory.CreateDirectory(directory.File("closed"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Refused(Path.Combine(closed.FullName, "ledger.db"), closed.FullName, "read-only");
    }

    [Theory]
    [InlineData("This is a letter and not a database; it is long enough to hold a header of a hundred bytes, and says nothing else.")]
    [InlineData("short")]
    public void A_file_that_is_no_database_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(path, text);
        Refused(path, "not a SQLite database");
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        SqliteShell.Run(path, "CREATE TABLE song (name TEXT)");
        var before = File.ReadAllBytes(path);
        Refused(path, "another program");
        Assert.Equal(0L, SqliteShell.Run(path, "SELECT count(*) FROM sqlite_schema WHERE name <> 'song'"));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        using (var open = new SqliteOpenLedger(path))
            await open.AppendAsync(1, 1, [.. Enumerable.Range(1, 5_000).Select(value => Entry(value))]);
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);
        Refused(path, "damaged");
    }

    [Fact]
    public void A_database_that_another_program_has_locked_is_refused()
    {
        using (new SqliteOpenLedger(path))
        {
        }

        using var other = SqliteShell.Open(path);
        SqliteShell.Run(other, "BEGIN EXCLUSIVE");
        Refused(path, "locked");
        SqliteShell.Run(other, "ROLLBACK");
    }

    internal static void Refused(string path, params string[] words)
    {
        var options = new SqliteLedgerOptions { Path = path, BusyTimeout = TimeSpan.FromMilliseconds(50) };
        var exception = Assert.Throws<LedgerStartException>(() => SqliteDatabase.Open(options, TimeProvider.System).Dispose());
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
