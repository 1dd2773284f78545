using System;
using System.IO;

namespace Aggregation.Outboxes;

/// <summary>
/// One sender an outbox. The lock is the operating system's, on <c>FILE.sending</c>, and ends with the process however that
/// ends: that the file exists means nothing.
/// </summary>
internal sealed class OutboxLock : IDisposable
{
    private readonly FileStream stream;

    private OutboxLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes it.</summary>
    /// <exception cref="OutboxException">Another one has it, or the file cannot be written.</exception>
    public static OutboxLock Take(string path)
    {
        try
        {
            return new OutboxLock(new FileStream(path + ".sending", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new OutboxException(OutboxFault.InUse, exception, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutboxException(OutboxFault.CannotOpen, exception, path, exception.Message);
        }
    }

    // The file stays: removing it would race with the next holder, who may have opened it already.
    public void Dispose() => stream.Dispose();

    private static bool IsHeld(IOException exception)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        return exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }
}
