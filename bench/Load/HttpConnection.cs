using System;
using System.Buffers.Text;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregation.Bench.Load;

/// <summary>
/// One kept connection of a load generator: bytes made beforehand out, an answer in, nothing parsed but its end. HttpClient costs as much
/// as the server, and here both share the same cores.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] answer = new byte[64 * 1024];
    private int answerLength;
    private long sentAt;

    /// <summary>Connects.</summary>
    public HttpConnection(EndPoint server) => socket.Connect(server);

    /// <summary>The last answer, head and body, until the next one is received.</summary>
    public ReadOnlySpan<byte> Answer => answer.AsSpan(0, answerLength);

    /// <summary>Sends a whole request.</summary>
    public void Send(ReadOnlySpan<byte> request)
    {
        sentAt = Stopwatch.GetTimestamp();
        while (!request.IsEmpty)
            request = request[socket.Send(request)..];
    }

    /// <summary>Waits for the whole answer.</summary>
    /// <returns>The time since the request was sent.</returns>
    /// <exception cref="InvalidDataException">The answer is not 200.</exception>
    public TimeSpan Receive()
    {
        var length = 0;
        do
        {
            if (length == answer.Length)
                Array.Resize(ref answer, length * 2);
            var received = socket.Receive(answer.AsSpan(length));
            if (received == 0)
                throw new InvalidDataException("The silo closed the connection.");
            length += received;
        }
        while (!IsWhole(answer.AsSpan(0, length)));

        answerLength = length;
        if (!answer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new InvalidDataException(Encoding.UTF8.GetString(answer, 0, Math.Min(length, 1_000)));
        return Stopwatch.GetElapsedTime(sentAt);
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var place = answer[..head].IndexOf("Content-Length: "u8);
        if (place < 0)
            return answer.EndsWith("0\r\n\r\n"u8);
        _ = Utf8Parser.TryParse(answer[(place + 16)..(head + 2)], out int length, out _);
        return answer.Length >= head + 4 + length;
    }
}
