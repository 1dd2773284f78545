using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>
/// The program as a container would run it: its folder read-only, an account without privileges, no settings but those that a file gives
/// it.
/// </summary>
internal sealed class ImageProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A container that is started again has the address it had: the cluster knows at once that its predecessor is gone.
    private static readonly string SiloPort = FreePort.Next().ToString(CultureInfo.InvariantCulture);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private ImageProcess(Process process, int port)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Port = port;
        Http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public int Port { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it is ready. Ports and addresses are free ones of loopback instead of the container's.</summary>
    public static async Task<ImageProcess> StartAsync(
        Image image,
        IEnumerable<string> command,
        IEnumerable<KeyValuePair<string, string>> settings)
    {
        var port = FreePort.Next();
        var all = new Dictionary<string, string>(Containerfile.Environment);
        foreach (var (name, value) in settings)
            all[name] = value;
        all["ASPNETCORE_URLS"] = all["ASPNETCORE_URLS"].Replace(
            ":8080",
            string.Create(CultureInfo.InvariantCulture, $":{port}"),
            StringComparison.Ordinal);
        all["Orleans__AdvertisedIPAddress"] = "127.0.0.1";
        all["Orleans__SiloPort"] = SiloPort;
        all["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        all["TMPDIR"] = image.Temporary;

        var started = new ImageProcess(
            Unprivileged.Start("env", ["-i", "-C", image.Program, .. all.Select(setting => $"{setting.Key}={setting.Value}"), .. command]),
            port);
        var deadline = DateTime.UtcNow + Patience;
        while (!await started.IsReadyAsync())
        {
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException(await started.EndAsync($"The silo was not ready within {Patience}."));
            await Task.Delay(50);
        }

        return started;
    }

    /// <summary>Asks it to stop, as an engine does, and waits for its end.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync("");
        Http.Dispose();
        process.Dispose();
    }

    private async Task<string> EndAsync(string reason)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return $"{reason}\n{await output}\n{await errors}";
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited)
            throw new InvalidOperationException(await EndAsync($"The silo ended with {process.ExitCode}."));
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
