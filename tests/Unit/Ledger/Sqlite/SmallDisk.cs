using System;
using System.Diagnostics;
using System.IO;

namespace Aggregation.Tests.Ledger.Sqlite;

/// <summary>A disk of a few megabytes in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>True where the tests may mount one: on Linux, as root.</summary>
    public static bool IsPossible { get; } = Try();

    public string Path { get; }

    public static SmallDisk Mount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        return Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path)
            ? new SmallDisk(path)
            : throw new IOException($"No disk can be mounted at {path}.");
    }

    public void Dispose() => Run("umount", "--lazy", Path);

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var directory = new TemporaryDirectory();
        try
        {
            using var disk = Mount(directory.File("disk"), megabytes: 1);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
