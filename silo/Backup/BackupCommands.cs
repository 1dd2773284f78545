using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Sqlite;
using Aggregation.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo.Backup;

/// <summary>
/// <c>backup --to FILE</c> and <c>restore --from FILE</c>: copies of a SQLite ledger, made beside the running silo and brought back.
/// <c>ledger archive [--to FOLDER]</c>: the ledger set aside whole, for an empty one to begin.
/// </summary>
internal static class BackupCommands
{
    private const string Backup = "backup";
    private const string Restore = "restore";
    private const string Ledger = "ledger";
    private const string Archive = "archive";

    /// <summary>True where the program is told to do one of them instead of being a silo.</summary>
    public static bool Ask(string[] args) => args is [Backup or Restore or Ledger, ..];

    /// <summary>Does it.</summary>
    /// <param name="args">The command, its <c>--to</c> or <c>--from</c>, and the settings of the silo.</param>
    /// <exception cref="LedgerStartException">It cannot be done; nothing is left behind.</exception>
    /// <exception cref="StartUpException">A setting, or the command line, is wrong.</exception>
    public static async Task RunAsync(string[] args)
    {
        var isArchive = args is [Ledger, Archive, ..];
        if (args[0] == Ledger && !isArchive)
            throw new StartUpException(
                $"'{string.Join(' ', args)}' is no command; '{Ledger} {Archive}' is, which sets the ledger aside whole.");
        var settings = CommandLine.Read(args[(isArchive ? 2 : 1)..], args[0] == Restore ? "from" : "to");
        var configuration = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory }).Configuration;
        KnownSettings.Check(configuration);
        var ledger = SiloSettings.ReadLedger(configuration) switch
        {
            SqliteLedgerOptions sqlite => sqlite,
            var other when isArchive =>
                throw new StartUpException(
                    $"The ledger is in {other.Place}; leave it there, make another database (deploy/postgres/create-ledger.sh), and name "
                        + "that one with ConnectionStrings__Ledger."),
            var other =>
                throw new StartUpException(
                    $"The ledger is in {other.Place}; back it up with deploy/postgres/backup-ledger and restore it with "
                        + "deploy/postgres/restore-ledger."),
        };
        await Console.Out.WriteLineAsync(isArchive ? SetAside(ledger, configuration) : Copied(args[0], ledger, configuration));
    }

    private static string SetAside(SqliteLedgerOptions ledger, ConfigurationManager configuration)
    {
        var (folder, files) = SqliteArchive.Make(ledger, SiloSettings.AdminKeyPathOf(ledger), configuration["to"] is { Length: > 0 } to
            ? Path.GetFullPath(to)
            : null, TimeProvider.System);
        return string.Format(CultureInfo.CurrentCulture, ledger.Seal.MadeAt is null
            ? BannerText.ArchivedWithoutKey
            : BannerText.Archived, folder, string.Join(", ", files), ledger.Path);
    }

    private static string Copied(string command, SqliteLedgerOptions ledger, ConfigurationManager configuration)
    {
        var isBackup = command == Backup;
        var file = isBackup ? FileOf(configuration, Backup, "to") : FileOf(configuration, Restore, "from");
        var copied = isBackup ? SqliteCopy.Make(ledger.Path, file) : Bring(file, ledger.Path);
        var isRecorded = SqliteCopyAct.Record(ledger, isBackup ? ActName.BackedUp : ActName.Restored, file, TimeProvider.System);
        var text = string.Format(CultureInfo.CurrentCulture, isBackup
            ? BannerText.BackedUp
            : BannerText.Restored, copied.Reports, copied.Bytes / (1024.0 * 1024.0), isBackup ? configuration["to"] : ledger.Path);
        return isRecorded ? text : $"{text} {BannerText.CopyNotRecorded}";
    }

    // What is left of another ledger beside the file would be taken for this one's.
    private static SqliteCopied Bring(string from, string ledger)
    {
        foreach (var left in new[] { ledger + "-wal", ledger + "-shm", ledger + "-journal" })
        {
            if (File.Exists(left) && !File.Exists(ledger))
                throw new LedgerStartException(
                    $"{left} is left of another ledger and would be taken for this one's; move it away, or restore to another file with "
                        + "ConnectionStrings__Ledger.");
        }

        return SqliteCopy.Make(from, ledger);
    }

    private static string FileOf(
        ConfigurationManager configuration,
        string command,
        string option) => configuration[option] is { Length: > 0 } path
        ? Path.GetFullPath(path)
        : throw new StartUpException($"'{command}' needs a file: '{command} --{option} /srv/backup/aggregation.db'.");
}
