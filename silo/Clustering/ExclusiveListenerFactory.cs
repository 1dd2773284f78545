using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Listens on a port that nobody else listens on. Orleans' own listeners share theirs, and two silos on one port end each other.
/// </summary>
/// <param name="sockets">Makes the listeners.</param>
internal sealed class ExclusiveListenerFactory(SocketTransportFactory sockets) : IConnectionListenerFactory
{
    /// <inheritdoc/>
    /// <exception cref="StartUpException">Somebody else listens there.</exception>
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        try
        {
            return await sockets.BindAsync(endpoint, cancellationToken);
        }
        catch (AddressInUseException exception)
        {
            throw new StartUpException(
                $"Another program, such as another silo, listens on {endpoint}; set Orleans:SiloPort and Orleans:GatewayPort to ports "
                    + "that are free on this machine.",
                exception);
        }
    }
}
