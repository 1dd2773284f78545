using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Aggregation.Testing.Processes;

/// <summary>
/// Finds a port of loopback that nobody listens on, never the same one twice. It is below those that systems give to
/// outgoing connections, one of which could take it before it is listened on.
/// </summary>
public static class FreePort
{
    private const int First = 12_000;
    private const int Count = 18_000;

    // Somewhere else in every test process: several may run side by side.
    private static int last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref last) % Count);
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
