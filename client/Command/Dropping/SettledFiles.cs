using System;
using System.Collections.Generic;
using System.IO;

namespace Aggregation.Commands.Dropping;

/// <summary>
/// Tells a file that is complete from one that is still being written: nothing of it has changed for a while, and nobody has it open to
/// write.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SettledFiles(TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (long Length, DateTime Written, long Since)> seen = new(StringComparer.Ordinal);

    /// <summary>Whether it is complete, as far as can be seen now and by earlier looks.</summary>
    public bool IsSettled(FileInfo file)
    {
        file.Refresh();
        if (!file.Exists)
        {
            seen.Remove(file.FullName);
            return false;
        }

        if (!seen.TryGetValue(file.FullName, out var before) || before.Length != file.Length || before.Written != file.LastWriteTimeUtc)
        {
            seen[file.FullName] = (file.Length, file.LastWriteTimeUtc, time.GetTimestamp());
            return false;
        }

        return time.GetElapsedTime(before.Since) >= Rest && !FileWriters.HasAny(file.FullName);
    }
}
