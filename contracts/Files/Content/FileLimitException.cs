using System;

namespace Aggregation.Files.Content;

/// <summary>A file is over a limit: nothing of it is read further.</summary>
/// <param name="code">Which limit: one of <see cref="FileFaultCode"/>.</param>
/// <param name="arguments">What its sentence names.</param>
internal sealed class FileLimitException(string code, params object[] arguments) : Exception
{
    /// <summary>Which limit: one of <see cref="FileFaultCode"/>.</summary>
    public string Code => code;

    /// <summary>What its sentence names.</summary>
    public object[] Arguments => arguments;
}
