using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Aggregation.Commands.Dropping;

/// <summary>Where files of a watched folder lie while they are sent, and afterwards.</summary>
/// <param name="path">The folder.</param>
internal sealed class DropPlaces(string path)
{
    // What the file systems of Linux take; others take more.
    private const int LongestName = 255;
    private const string SendingName = "sending";
    private const string DoneName = "done";
    private const string RefusedName = "refused";

    /// <summary>The folder, as an absolute path.</summary>
    public string Folder { get; } = Path.GetFullPath(path);

    /// <summary>Makes the folders within it; the folder itself must be there.</summary>
    public void Create()
    {
        if (!Directory.Exists(Folder))
            throw new DirectoryNotFoundException(Words.Get("NoFolder"));
        foreach (var name in new[] { SendingName, DoneName, RefusedName })
            Directory.CreateDirectory(Path.Combine(Folder, name));
    }

    /// <summary>The path of a file that is being sent.</summary>
    public string Sending(string name) => Path.Combine(Folder, SendingName, name);

    /// <summary>The path of a file that was recorded.</summary>
    public string Done(string name) => Path.Combine(Folder, DoneName, name);

    /// <summary>The path of a file that was refused.</summary>
    public string Refused(string name) => Path.Combine(Folder, RefusedName, name);

    /// <summary>The report beside a file.</summary>
    public static string ReportOf(string file) => file + ".txt";

    /// <summary>The marked copy beside a file.</summary>
    public static string MarkedOf(string file) => $"{Path.ChangeExtension(file, null)}.marked{Path.GetExtension(file)}";

    /// <summary>
    /// A name that no file has in any of the folders: <c>tháng 2 (3).xlsx</c>; shortened where the names of the files
    /// beside it would be too long.
    /// </summary>
    /// <param name="name">The name to begin with.</param>
    /// <param name="reserved">Names that are promised to others.</param>
    public string FreeName(string name, IEnumerable<string> reserved)
    {
        var taken = reserved.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var end = (number == 1 ? "" : $" ({number})") + Path.GetExtension(name);
            var free = Shortened(Path.GetFileNameWithoutExtension(name), LongestName - Encoding.UTF8.GetByteCount(MarkedOf(end))) + end;
            if (!taken.Contains(free) && new[] { Sending(free), Done(free), Refused(free) }.All(file => !File.Exists(file)
                && !File.Exists(ReportOf(file))
                && !File.Exists(MarkedOf(file))))
            {
                return free;
            }
        }
    }

    // Between two letters as people see them: one of Vietnamese may be three characters.
    private static string Shortened(string name, int bytes)
    {
        var length = 0;
        for (var letters =
            StringInfo.GetTextElementEnumerator(name); letters.MoveNext(); length = letters.ElementIndex + letters.GetTextElement().Length)
        {
            if ((bytes -= Encoding.UTF8.GetByteCount(letters.GetTextElement())) < 0)
                break;
        }

        return name[..length];
    }
}
