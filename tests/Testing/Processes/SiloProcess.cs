using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;

namespace Aggregation.Testing.Processes;

/// <summary>The silo as a user runs it: a process of its own, with a ledger in a file, reached over HTTP.</summary>
public sealed class SiloProcess : IAsyncDisposable
{
    /// <summary>The admin key that every silo of the tests is started with.</summary>
    public const string AdminKey = "agg_tests_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private SiloProcess(string ledger, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> prefix)
    {
        // A silo that comes back where another one was is given its address.
        Url = new Uri(settings.GetValueOrDefault("ASPNETCORE_URLS")
            ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));
        string[] command = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "Aggregation.Silo.dll")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Url.ToString();
        start.Environment["ConnectionStrings__Ledger"] = ledger;
        start.Environment["Security__AdminKey"] = AdminKey;
        start.Environment["Orleans__SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Collect(output, line.Data);
        process.ErrorDataReceived += (_, line) => Collect(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(Url, "/api/v1/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", AdminKey) },
            Timeout = Patience,
        };
    }

    public Uri Url { get; }

    /// <summary>Sends as admin of the nation, relative to /api/v1/.</summary>
    public HttpClient Http { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string Output => Read(output);

    public string Errors => Read(errors);

    /// <summary>Starts a silo and waits until it is ready.</summary>
    public static Task<SiloProcess> StartAsync(string ledger, params (string Name, string Value)[] settings) =>
        StartAsync(ledger, [], settings);

    /// <summary>Starts a silo by another program, which becomes it, and waits until it is ready.</summary>
    /// <param name="ledger">The connection string.</param>
    /// <param name="prefix">The program and its arguments.</param>
    /// <param name="settings">What the silo is told.</param>
    public static async Task<SiloProcess> StartAsync(string ledger, IReadOnlyList<string> prefix, (string Name, string Value)[] settings)
    {
        var silo = Launch(ledger, settings, prefix);
        try
        {
            await silo.WaitUntilReadyAsync();
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo that is expected to refuse, and waits for its end.</summary>
    /// <returns>The exit code and what it said on standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> RefusedAsync(string ledger, params (string Name, string Value)[] settings)
    {
        await using var silo = Launch(ledger, settings);
        await silo.process.WaitForExitAsync().WaitAsync(Patience);
        return (silo.process.ExitCode, silo.Errors);
    }

    /// <summary>Runs the program for something else than being a silo, in English, to its end.</summary>
    /// <returns>The exit code, and what it said on standard output and error.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string ledger, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Aggregation.Silo.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Ledger"] = ledger, ["LC_ALL"] = "en_US.UTF-8" },
        };
        using var program = Process.Start(start)!;
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync().WaitAsync(Patience);
        return (program.ExitCode, await output + await errors);
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop (SIGTERM) and waits for its end.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await EndAsync();
    }

    /// <summary>Lets the process stand still, as a machine does whose memory is being swapped out.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Lets the process go on.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        Http.Dispose();
        process.Dispose();
    }

    private static SiloProcess Launch(string ledger, (string Name, string Value)[] settings, IReadOnlyList<string>? prefix = null)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
            named[name] = value;
        return new SiloProcess(ledger, named, prefix ?? []);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        var ready = new Uri(Url, "/health/ready");
        var deadline = DateTime.UtcNow + Patience;
        while (!await AnswersAsync(ready))
        {
            if (process.HasExited || DateTime.UtcNow > deadline)
                throw new InvalidOperationException($"The silo did not get ready.\n{Output}\n{Errors}");
            await Task.Delay(50);
        }
    }

    private async Task<bool> AnswersAsync(Uri ready)
    {
        try
        {
            using var answer = await Http.GetAsync(ready);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Collect(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
