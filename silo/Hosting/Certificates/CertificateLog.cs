using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Hosting.Certificates;

/// <summary>What the certificate tells the log.</summary>
internal static partial class CertificateLog
{
    [LoggerMessage(411, LogLevel.Information, "{Certificate} is shown to whoever connects; it is valid until {End:u}")]
    public static partial void CertificateShown(this ILogger logger, string certificate, DateTimeOffset end);

    [LoggerMessage(
        412,
        LogLevel.Warning,
        "{Certificate} is shown to whoever connects and is valid until {End:u} only; replace the file, no restart is needed")]
    public static partial void CertificateEndsSoon(this ILogger logger, string certificate, DateTimeOffset end);

    [LoggerMessage(413, LogLevel.Error, "{Certificate} has changed and cannot be used ({Reason}); the certificate before it is shown on")]
    public static partial void CertificateUseless(this ILogger logger, string certificate, string reason);
}
