using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Access;

/// <summary>What the keys tell the log.</summary>
internal static partial class SecurityLog
{
    [LoggerMessage(311, LogLevel.Warning, "The last uses of keys cannot be stored; they are kept in memory until they can")]
    public static partial void UsesNotStored(this ILogger logger, Exception exception);

    [LoggerMessage(
        312,
        LogLevel.Error,
        "Security:AdminKey is the key {Id}, which was revoked at {RevokedAt:u} and stays so; set another one, such as the output of "
            + "'openssl rand -hex 32'")]
    public static partial void AdminKeyRevoked(this ILogger logger, string id, DateTimeOffset revokedAt);
}
