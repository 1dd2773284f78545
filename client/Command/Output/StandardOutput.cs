using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Aggregation.Commands.Output;

/// <summary>Standard output as UTF-8, with an exception when the reader of a pipe has gone: .NET's own writes on into nothing.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes a Windows console show Vietnamese, on standard error too, whatever its code page was.</summary>
    public static void UseUtf8()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding;
    }

    public static StreamWriter Open() => new(OpenStream(), Encoding) { NewLine = "\n" };

    /// <summary>Whether an exception says that whoever read has read enough.</summary>
    public static bool HasReaderGone(IOException exception) => exception.HResult == BrokenPipe;

    private static Stream OpenStream()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();

        if (Console.IsOutputRedirected)
        {
            // Not for a file: it would keep a position of its own, and write over what others append.
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!stream.CanSeek)
                return stream;
        }

        return Console.OpenStandardOutput();
    }
}
