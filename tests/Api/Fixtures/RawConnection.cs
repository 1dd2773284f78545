using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>A connection on which a test decides which bytes are sent when.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
    private readonly TcpClient client = new();
    private StreamReader? reader;

    /// <summary>Connects.</summary>
    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection.client.ConnectAsync(address.Host, address.Port, connection.patience.Token);
        return connection;
    }

    /// <summary>Sends text.</summary>
    public Task SendAsync(string text) => client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), patience.Token).AsTask();

    /// <summary>Waits for the first line of an answer; null when the connection is closed without one.</summary>
    public async Task<string?> StatusAsync()
    {
        var line = await Reader.ReadLineAsync(patience.Token);
        return line is "" ? await StatusAsync() : line;
    }

    /// <summary>Waits for a line that holds a text; null when the connection is closed without one.</summary>
    public async Task<string?> LineWithAsync(string text)
    {
        var line = await Reader.ReadLineAsync(patience.Token);
        while (line?.Contains(text, StringComparison.Ordinal) == false)
            line = await Reader.ReadLineAsync(patience.Token);
        return line;
    }

    /// <summary>All that is sent until the connection is closed.</summary>
    public Task<string> RestAsync() => Reader.ReadToEndAsync(patience.Token);

    private StreamReader Reader => reader ??= new StreamReader(client.GetStream(), Encoding.UTF8);

    public void Dispose()
    {
        reader?.Dispose();
        client.Dispose();
        patience.Dispose();
    }
}
