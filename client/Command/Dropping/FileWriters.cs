using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Aggregation.Commands.Dropping;

/// <summary>Whether somebody has a file open to write, as far as the system tells.</summary>
internal static class FileWriters
{
    private const int SetLease = 1024;
    private const int SetSignal = 10;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int Urgent = 23;
    private const int TryAgain = 11;

    /// <summary>True when somebody has; false when nobody has, or when it cannot be told, as of a file that may not be read.</summary>
    public static bool HasAny(string path)
    {
        try
        {
            // On Windows, and from .NET everywhere, whoever writes is in the way of this.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return OperatingSystem.IsLinux() && HasLinuxWriter(handle);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    // The kernel grants a read lease only while nobody has the file open to write. It is given back at once; should somebody
    // come in between, the signal that tells us is one that does nothing.
    private static bool HasLinuxWriter(SafeFileHandle handle)
    {
        if (FileControl(handle, SetSignal, Urgent) != 0)
            return false;
        if (FileControl(handle, SetLease, ReadLease) != 0)
            return Marshal.GetLastPInvokeError() == TryAgain;
        _ = FileControl(handle, SetLease, NoLease);
        return false;
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(SafeFileHandle file, int command, nint argument);
}
