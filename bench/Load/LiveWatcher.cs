using System;
using System.Buffers.Text;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Aggregation.Bench.Load;

/// <summary>One viewer of the nation: notes when a roll-up with so many rows of the ledger arrives, and parses nothing else.</summary>
internal sealed class LiveWatcher : IDisposable
{
    // What a receive may cut an id in two at is kept for the next one.
    private const int Kept = 64;

    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /api/v1/live?unit=VN HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[8 * 1024];
    private readonly long[] arrivals;
    private int length;
    private int seen;

    /// <summary>Makes one.</summary>
    /// <param name="rows">The greatest number of rows that will be noted.</param>
    public LiveWatcher(int rows) => arrivals = new long[rows + 1];

    /// <summary>When a roll-up with this many rows or more arrived first, as <see cref="Stopwatch"/> tells it; 0 while none has.</summary>
    public long ArrivalOf(int rows) => arrivals[rows];

    /// <summary>Connects, and waits for the roll-up that every stream begins with.</summary>
    /// <exception cref="InvalidDataException">The silo refused.</exception>
    public async Task ConnectAsync(EndPoint server)
    {
        await socket.ConnectAsync(server);
        await socket.SendAsync(Request);
        var isAnswered = false;
        while (seen == 0 && arrivals[0] == 0)
        {
            var received = await ReceiveAsync();
            if (received == 0 || (!isAnswered && !buffer.AsSpan().StartsWith("HTTP/1.1 200"u8)))
                throw new InvalidDataException(Encoding.UTF8.GetString(buffer, 0, Math.Min(received, 1_000)));
            isAnswered = true;
            Note();
        }
    }

    /// <summary>Notes what arrives until it is disposed of.</summary>
    public async Task WatchAsync()
    {
        try
        {
            while (await ReceiveAsync() > 0)
                Note();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the measurement.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async ValueTask<int> ReceiveAsync()
    {
        var received = await socket.ReceiveAsync(buffer.AsMemory(length));
        length += received;
        return received;
    }

    private void Note()
    {
        var now = Stopwatch.GetTimestamp();
        var text = buffer.AsSpan(0, length);
        for (var place = text.IndexOf("\nid: "u8); place >= 0; place = text.IndexOf("\nid: "u8))
        {
            text = text[(place + 1)..];
            if (text.IndexOf((byte)'\n') is var end && end < 0)
                break;
            // The id ends with @generation.rows, and a letter where there is something to say about them.
            var rows = text[(text[..end].LastIndexOf((byte)'.') + 1)..end];
            _ = Utf8Parser.TryParse(rows, out int count, out _);
            for (; seen <= Math.Min(count, arrivals.Length - 1); seen++)
                arrivals[seen] = now;
        }

        var kept = Math.Min(Kept, length);
        buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        length = kept;
    }
}
