using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;

namespace Aggregation.Bench.Hosting;

/// <summary>The silo as a user runs it: a process of its own, reached over HTTP.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    /// <summary>The admin key of every silo of the bench.</summary>
    public const string AdminKey = "agg_bench_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly long startedAt = Stopwatch.GetTimestamp();

    private SiloProcess(string ledger, (string Name, string Value)[] settings)
    {
        Address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Address.Port}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Aggregation.Silo.dll") },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["ConnectionStrings__Ledger"] = ledger;
        start.Environment["Security__AdminKey"] = AdminKey;
        start.Environment["Ledger__SealKey"] = BenchSeal.Key;
        // The limit is per key, and here one key is the whole country.
        start.Environment["Security__RequestsPerMinute"] = "100000000";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        Process = Process.Start(start)!;
        Process.OutputDataReceived += static (_, _) => { };
        Process.ErrorDataReceived += static (_, line) =>
        {
            if (line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
        Http = new HttpClient
        {
            BaseAddress = new Uri(url),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", AdminKey) },
        };
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Sends as admin.</summary>
    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first answer that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>From the start of the process to the first answer with the nation's figures, warm or not.</summary>
    public TimeSpan AnsweredAfter { get; private set; }

    /// <summary>Starts one and waits until it is ready.</summary>
    public static async Task<SiloProcess> StartAsync(string ledger, params (string Name, string Value)[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var silo = new SiloProcess(ledger, settings);
            while (!silo.Process.HasExited && Stopwatch.GetElapsedTime(silo.startedAt) < Patience)
            {
                if (silo.AnsweredAfter == default && await silo.IsOkAsync("/api/v1/units/VN"))
                    silo.AnsweredAfter = Stopwatch.GetElapsedTime(silo.startedAt);
                if (silo.AnsweredAfter != default && await silo.IsOkAsync("/health/ready"))
                {
                    silo.ReadyAfter = Stopwatch.GetElapsedTime(silo.startedAt);
                    return silo;
                }

                await Task.Delay(Look);
            }

            // Another program may have taken the port meanwhile.
            await silo.DisposeAsync();
            if (attempt == Attempts)
                throw new InvalidOperationException("The silo did not get ready.");
        }
    }

    /// <summary>A line of the kernel's account of the process in MiB: <c>VmRSS</c>, <c>VmHWM</c>; 0 where there is none.</summary>
    public double Memory(string name)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{Process.Id}/status");
        if (!File.Exists(path))
            return 0;
        var line = File.ReadLines(path).First(one => one.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Activates every commune, by asking for the roll-ups of all of them.</summary>
    public async Task ActivateAsync()
    {
        var cursor = "";
        do
        {
            var path = "/api/v1/units/VN/children?level=commune&limit=1000" + cursor;
            using var page = JsonDocument.Parse(await Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
            cursor = page.RootElement.GetProperty("next").GetString() is { } next ? "&cursor=" + Uri.EscapeDataString(next) : "";
        }
        while (cursor.Length > 0);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsOkAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A port of loopback that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
