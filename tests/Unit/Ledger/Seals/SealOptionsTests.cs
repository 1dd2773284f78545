using System;
using System.IO;
using System.Linq;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;
using Aggregation.Ledger.Sqlite;
using Xunit;

namespace Aggregation.Tests.Ledger.Seals;

public sealed class SealOptionsTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_setting_or_the_file_holds_keys_the_one_that_seals_first()
    {
        var path = directory.File("seal.key");
        File.WriteAllText(path, $"{TestSeal.Second}\n{TestSeal.First}\n");
        foreach (var options in new[] { SealOptions.Read(
            null,
            path,
            null), SealOptions.Read($"{TestSeal.Second} {TestSeal.First}", null, path), SealOptions.Read(null, null, path) })
            Assert.Equal(
                TestSeal.Of(TestSeal.Second, TestSeal.First).Keys.Select(key => key.Fingerprint),
                options.Keys.Select(key => key.Fingerprint));
        Assert.Empty(SealOptions.Read(null, null, null).Keys);
    }

    [Theory]
    [InlineData("short", null, "Ledger__SealKey holds a key of 5 characters")]
    [InlineData(",", null, "Ledger__SealKey holds no key")]
    [InlineData("the-first-key-of-the-tests-0123456789", "/somewhere", "both set")]
    [InlineData(null, "/missing/seal.key", "'/missing/seal.key'")]
    public void What_is_no_key_stops_the_start_and_is_not_repeated(string? setting, string? path, string words)
    {
        var refusal = Assert.Throws<LedgerStartException>(() => SealOptions.Read(setting, path, null)).Message;
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("tests-0123456789", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_without_a_key_is_given_one_that_only_its_owner_reads_and_is_not_opened_without_it()
    {
        var options = new SqliteLedgerOptions
        {
            Path = directory.File("ledger.db"),
            Seal = SealOptions.Read(null, null, directory.File("ledger.seal.key"))
        };
        SqliteDatabase.Open(options, TimeProvider.System).Dispose();
        var made = directory.File("ledger.seal.key");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made));
        SqliteDatabase.Open(options with { Seal = SealOptions.Read(null, null, made) }, TimeProvider.System).Dispose();

        File.Delete(made);
        var refusal = Assert.Throws<LedgerStartException>(() => SqliteDatabase.Open(
            options with { Seal = SealOptions.Read(null, null, made) },
            TimeProvider.System).Dispose());
        Assert.Contains(made, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(made));
    }
}
