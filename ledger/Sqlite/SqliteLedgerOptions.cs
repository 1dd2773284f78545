using System;
using System.Globalization;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Where the SQLite ledger is and how it is opened.</summary>
public sealed record SqliteLedgerOptions : LedgerOptions
{
    /// <inheritdoc/>
    public override string Place => $"SQLite, {Path}";

    /// <summary>The file, as an absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>How long a commit waits for another program that holds the file locked.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most rows that commit together; whatever waits beyond them goes with the next commit.</summary>
    public int GroupRows { get; init; } = 4096;

    /// <summary>Reads <c>ConnectionStrings:Ledger</c>: <c>Data Source=/var/lib/aggregation/ledger.db</c>, or only the path.</summary>
    /// <exception cref="LedgerStartException">It names no file, or asks for what the ledger does not do.</exception>
    public static SqliteLedgerOptions Parse(string? connectionString)
    {
        const string Right = "Data Source=/var/lib/aggregation/ledger.db";
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new LedgerStartException($"ConnectionStrings__Ledger is empty; it must name the ledger's file, such as '{Right}'.");
        if (!connectionString.Contains('=', StringComparison.Ordinal))
            return new SqliteLedgerOptions { Path = Absolute(connectionString) };

        var path = "";
        var timeout = TimeSpan.FromSeconds(5);
        foreach (var (name, value) in Keywords(connectionString, Right))
        {
            switch (name)
            {
                case "Data Source":
                    path = value;
                    break;
                case "Default Timeout":
                    timeout = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new LedgerStartException(
                        $"ConnectionStrings__Ledger asks for '{name}', which the SQLite ledger does not have; it takes 'Data Source' and "
                            + $"'Default Timeout', such as '{Right}'.");
            }
        }

        return string.IsNullOrWhiteSpace(path) || path.StartsWith(':') || path.StartsWith("file:", StringComparison.Ordinal)
            ? throw new LedgerStartException(
                $"ConnectionStrings__Ledger is '{connectionString}', which names no file; it must, such as '{Right}'.")
            : new SqliteLedgerOptions { Path = Absolute(path), BusyTimeout = timeout };
    }

    private static string Absolute(string path) => System.IO.Path.GetFullPath(path.Trim());

    private static (string Name, string Value)[] Keywords(string connectionString, string right)
    {
        try
        {
            // Microsoft.Data.Sqlite knows the other spellings of each keyword: DataSource, Filename.
            var builder = new SqliteConnectionStringBuilder(connectionString);
            return [.. builder.Keys.Cast<string>()
                .Where(builder.ShouldSerialize)
                .Select(name => (name, Convert.ToString(builder[name], CultureInfo.InvariantCulture) ?? ""))];
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new LedgerStartException(
                $"ConnectionStrings__Ledger is '{connectionString}', which is not a connection string; it must name the ledger's file, "
                    + $"such as '{right}'.",
                exception);
        }
    }
}
