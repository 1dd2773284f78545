using Microsoft.Extensions.Logging;

namespace Aggregation.Ledger.Postgres;

/// <summary>What the PostgreSQL ledger tells the log.</summary>
internal static partial class PostgresLog
{
    [LoggerMessage(221, LogLevel.Warning, "Other silos cannot be heard until the ledger's server is back: {Reason}")]
    public static partial void OtherSilosUnheard(this ILogger logger, string reason);
}
