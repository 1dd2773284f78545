using System;
using System.IO;
using System.Linq;
using Aggregation.Commands.Output;

namespace Aggregation.Commands.Doctoring;

/// <summary>Looks for a fresh backup where the operator says they lie.</summary>
internal static class BackupCheck
{
    private const string Name = "backup";

    // A day, and as long as a large one may take.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(26);

    /// <summary>Checks a folder.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static Check Run(string folder)
    {
        try
        {
            var newest = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Length > 0).MaxBy(file => file.LastWriteTimeUtc);
            if (newest is null)
                return Check.Of(Name, CheckState.Wrong, Words.Get("Doctor.NoBackup", folder));
            var hours = (DateTime.UtcNow - newest.LastWriteTimeUtc).TotalHours;
            return Check.Of(
                Name,
                hours > Usual.TotalHours ? CheckState.Warning : CheckState.Ok,
                Words.Get("Doctor.Backup", newest.FullName, Figure.Of(new DateTimeOffset(newest.LastWriteTimeUtc)), hours));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Words.Get("Doctor.BackupsUnreadable", folder, exception.Message));
        }
    }
}
