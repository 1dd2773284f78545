using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Aggregation.Testing;
using Xunit;

namespace Aggregation.Tests.Ledger.Schema;

/// <summary>
/// Steps of a schema as a rolling upgrade needs them: one that was published never changes, so that all ledgers of a version are alike;
/// and each only adds, so that silos of the version before go on beside it.
/// </summary>
public sealed partial class SchemaStepsTests
{
    private const int Milliseconds = 10_000;

    private static readonly string[] Steps = [.. new[] { "ledger", "silo" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.sql", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Later => [.. Steps.Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Contains("-0001-", StringComparison.Ordinal) && !path.Contains("orleans-", StringComparison.Ordinal))];

    [Fact]
    public void A_published_step_never_changes()
    {
        var published = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "published-steps.txt")).Order(StringComparer.Ordinal);
        Assert.Equal(
            published,
            Steps.Select(path => $"{Path.GetFileName(path)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}")
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Later))]
    public void A_later_step_only_adds(string path)
    {
        var sql = Comment().Replace(File.ReadAllText(Path.Combine(Repository.Root, path)), "");
        var taking = Taking().Matches(sql).Select(match => match.Value).ToList();
        Assert.True(taking.Count == 0, $"{path} has: {string.Join("; ", taking)}. Silos of the version before could not go on beside it.");
    }

    [Theory]
    [InlineData("ALTER TABLE report DROP COLUMN seal", true)]
    [InlineData("ALTER TABLE report RENAME COLUMN payload TO body", true)]
    [InlineData("ALTER TABLE report ALTER COLUMN unit TYPE bigint", true)]
    [InlineData("ALTER TABLE report ADD COLUMN source text NOT NULL", true)]
    [InlineData("ALTER TABLE report ADD CONSTRAINT positive CHECK (unit > 0)", true)]
    [InlineData("CREATE INDEX report_day ON report (effective_on)", true)]
    [InlineData("UPDATE report SET payload = '{}'", true)]
    [InlineData("ALTER TABLE report ADD COLUMN source text", false)]
    [InlineData("ALTER TABLE report ADD CONSTRAINT positive CHECK (unit > 0) NOT VALID", false)]
    [InlineData("CREATE TABLE note (text text NOT NULL)", false)]
    public void What_takes_away_or_holds_the_table_is_told(string sql, bool isTold) => Assert.Equal(isTold, Taking().IsMatch(sql));

    // Whatever the version before would miss, and whatever holds the table of reports for as long as it is large.
    [GeneratedRegex(
        @"\bDROP\s+(TABLE|COLUMN|CONSTRAINT|INDEX|VIEW|FUNCTION)\b|\bRENAME\b|\bALTER\s+COLUMN\s+\w+\s+(SET\s+DATA\s+)?TYPE\b|\bSET\s+NOT\s+NULL\b|ADD\s+COLUMN\s+(?![^;]*\bDEFAULT\b)[^;,]*\bNOT\s+NULL\b|ADD\s+CONSTRAINT\b(?![^;]*NOT\s+VALID)|\bCREATE\s+(UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)[^;]*\bON\s+report\b|\b(UPDATE|DELETE\s+FROM|TRUNCATE|LOCK)\s+report\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Milliseconds)]
    private static partial Regex Taking();

    [GeneratedRegex("--.*$", RegexOptions.Multiline, Milliseconds)]
    private static partial Regex Comment();
}
