using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Clustering.Tls;

/// <summary>
/// The connections between silos, so that those made with a certificate that has been replaced end; Orleans makes new ones at once.
/// </summary>
internal sealed class SiloConnections
{
    private readonly ConcurrentDictionary<ConnectionContext, bool> open = [];
    private readonly ILogger<SiloConnections> logger;

    /// <summary>Watches the certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="logger">Where it is told.</param>
    public SiloConnections(SiloCertificate certificate, ILogger<SiloConnections> logger)
    {
        this.logger = logger;
        certificate.Renewed += (_, _) => CloseAll();
    }

    /// <summary>Keeps a connection in mind while it lasts.</summary>
    public ConnectionDelegate Follow(ConnectionDelegate next) => async connection =>
    {
        open.TryAdd(connection, true);
        try
        {
            await next(connection);
        }
        finally
        {
            open.TryRemove(connection, out _);
        }
    };

    private void CloseAll()
    {
        logger.ConnectionsClosed(open.Count);
        foreach (var connection in open.Keys)
            connection.Abort(new ConnectionAbortedException("The silo's certificate has been renewed."));
    }
}
