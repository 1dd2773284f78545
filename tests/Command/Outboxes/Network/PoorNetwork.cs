using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Command.Outboxes.Network;

/// <summary>
/// A proxy between a province and its silo that does to requests what bad lines do. Every connection carries one request;
/// what happens to it is drawn from a seed.
/// </summary>
public sealed class PoorNetwork : IAsyncDisposable
{
    private static readonly TimeSpan EchoAfter = TimeSpan.FromSeconds(45);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentBag<Task> work = [];
    private readonly Lock turn = new();
    private readonly Random random;
    private readonly Uri silo;
    private readonly Fault[] faults;
    private readonly TimeProvider time;
    private readonly Action<string, bool> held;

    /// <summary>Starts it.</summary>
    /// <param name="silo">Where the silo listens.</param>
    /// <param name="seed">What is drawn.</param>
    /// <param name="faults">What may happen, each as likely as the others.</param>
    /// <param name="time">The clock of delays.</param>
    /// <param name="held">Told by its number when a request lies still, waiting for the clock alone, and when it goes on.</param>
    public PoorNetwork(Uri silo, int seed, Fault[] faults, TimeProvider? time = null, Action<string, bool>? held = null)
    {
        (this.silo, this.faults, random, this.time, this.held) = (silo, faults, new Random(seed), time
            ?? TimeProvider.System, held ?? ((_, _) => { }));
        listener.Start();
        Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        work.Add(AcceptAsync());
    }

    /// <summary>The header that numbers a request.</summary>
    public const string NumberHeader = "X-Number";

    /// <summary>Where the province sends.</summary>
    public Uri Url { get; }

    /// <summary>What has happened so far, and how often.</summary>
    public ConcurrentDictionary<Fault, int> Happened { get; } = new();

    /// <summary>True to let everything through.</summary>
    public bool IsRepaired { get; set; }

    /// <summary>Called with the number of requests seen, when one has been read.</summary>
    public Action<int> Seen { get; set; } = _ => { };

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await Task.WhenAll(work).ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (var number = 1; ; number++)
        {
            var client = await listener.AcceptTcpClientAsync(end.Token);
            work.Add(ServeAsync(client, number));
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                var (request, id) = await ReadRequestAsync(client.GetStream());
                Seen(number);
                var fault = Draw();
                Happened.AddOrUpdate(fault, 1, (_, count) => count + 1);
                await ServeAsync(client, request, id, fault);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // Whoever asked has gone.
            }
        }
    }

    private async Task ServeAsync(TcpClient client, byte[] request, string id, Fault fault)
    {
        var stream = client.GetStream();
        switch (fault)
        {
            case Fault.LoseRequest:
                await HoldAsync(stream, id);
                return;
            case Fault.LoseAnswer:
                await ForwardAsync(request);
                await HoldAsync(stream, id);
                return;
            case Fault.CutRequest:
                Break(client);
                return;
            case Fault.CutAnswer:
                var cut = await ForwardAsync(request);
                await stream.WriteAsync(cut.AsMemory(0, Next(1, cut.Length)));
                Break(client);
                return;
            case Fault.Duplicate:
                var answers = await Task.WhenAll(ForwardAsync(request), ForwardAsync(request));
                await stream.WriteAsync(answers[Next(0, 2)]);
                return;
            case Fault.Echo:
                work.Add(EchoAsync(request));
                await stream.WriteAsync(await ForwardAsync(request));
                return;
            case Fault.Delay:
                await WaitAsync(id, TimeSpan.FromSeconds(Next(1, 40)));
                var late = await ForwardAsync(request);
                await WaitAsync(id, TimeSpan.FromSeconds(Next(1, 40)));
                await stream.WriteAsync(late);
                return;
            case Fault.Busy:
                var status = Next(0, 2) == 0 ? "503 Service Unavailable" : "429 Too Many Requests";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {status}\r\nRetry-After: {Next(0, 20)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
                return;
            default:
                await stream.WriteAsync(await ForwardAsync(request));
                return;
        }
    }

    // One connection a request: the silo closes it after its answer, which then ends there.
    private async Task<byte[]> ForwardAsync(byte[] request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(silo.Host, silo.Port, end.Token);
        var stream = connection.GetStream();
        await stream.WriteAsync(request, end.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, end.Token);
        return answer.ToArray();
    }

    private async Task EchoAsync(byte[] request)
    {
        try
        {
            await Task.Delay(EchoAfter, time, end.Token);
            await ForwardAsync(request);
        }
        catch (OperationCanceledException)
        {
            // The test has ended before.
        }
    }

    private async Task HoldAsync(NetworkStream stream, string id)
    {
        held(id, true);
        while (await stream.ReadAsync(new byte[1], end.Token) > 0)
        {
        }
    }

    private async Task WaitAsync(string id, TimeSpan delay)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = end.Token.Register(() => over.TrySetCanceled());
        await using var timer = time.CreateTimer(
            _ =>
            {
                held(id, false);
                over.TrySetResult();
            },
            null,
            delay,
            Timeout.InfiniteTimeSpan);
        held(id, true);
        await over.Task;
    }

    private async Task<(byte[] Request, string Id)> ReadRequestAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, end.Token) == 0)
                throw new IOException("The request has no end.");
            head.Add(one[0]);
        }

        var text = Encoding.ASCII.GetString([.. head]);
        var body = new byte[HeaderOf(text, "Content-Length") is { } length ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, end.Token);
        var forwarded = text.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal);
        return ([.. Encoding.ASCII.GetBytes(forwarded), .. body], HeaderOf(text, NumberHeader) ?? "");
    }

    private static bool EndsHead(List<byte> head) => head is [.., 13, 10, 13, 10];

    private static string? HeaderOf(string head, string name)
    {
        foreach (var line in head.Split("\r\n"))
        {
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                return line[(name.Length + 1)..].Trim();
        }

        return null;
    }

    // With a reset, as when the far end has gone.
    private static void Break(TcpClient client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Close();
    }

    private Fault Draw() => IsRepaired ? Fault.None : faults[Next(0, faults.Length)];

    private int Next(int least, int most)
    {
        lock (turn)
            return random.Next(least, most);
    }
}
