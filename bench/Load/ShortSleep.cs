using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Aggregation.Bench.Load;

/// <summary>Sleeps for less than a millisecond, which .NET's own timers cannot, and without keeping a core busy.</summary>
internal static partial class ShortSleep
{
    /// <summary>Sleeps.</summary>
    public static void Microseconds(uint length)
    {
        if (OperatingSystem.IsLinux())
            _ = Sleep(length);
        else
            Thread.Sleep(1);
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Sleep(uint microseconds);
}
