using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Aggregation.Testing.Postgres;

/// <summary>One run of the server: the postmaster and its children.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process postmaster;
    private readonly StringBuilder log = new();

    private ServerProcess(Process postmaster)
    {
        this.postmaster = postmaster;
        postmaster.OutputDataReceived += (_, line) => Collect(line.Data);
        postmaster.ErrorDataReceived += (_, line) => Collect(line.Data);
        postmaster.BeginOutputReadLine();
        postmaster.BeginErrorReadLine();
    }

    /// <summary>True once the postmaster has ended.</summary>
    public bool HasExited => postmaster.HasExited;

    /// <summary>What the server said.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    /// <summary>Starts the server on a port of an address of this machine.</summary>
    public static ServerProcess Start(ServerFolder folder, string address, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-D", folder.Data, "-p", number, "-c", $"listen_addresses={address}", "-c", "unix_socket_directories=", "-c",
            "max_connections=200"
        ];
        return new ServerProcess(Unprivileged.Start(PostgresBinaries.PathOf("postgres"), arguments));
    }

    /// <summary>Sends the postmaster a signal that ends it, and waits for its end.</summary>
    public async Task SignalAsync(string signal)
    {
        await SignalAsync(signal, [postmaster.Id]);
        await postmaster.WaitForExitAsync();
    }

    /// <summary>Ends the postmaster and its children at once.</summary>
    public async Task KillAllAsync()
    {
        await SignalAllAsync("KILL");
        await postmaster.WaitForExitAsync();
    }

    /// <summary>Sends a signal to the postmaster and its children.</summary>
    public async Task SignalAllAsync(string signal) => await SignalAsync(signal, [postmaster.Id, .. await ChildrenAsync()]);

    /// <inheritdoc/>
    public void Dispose() => postmaster.Dispose();

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        // A child may have ended by itself meanwhile, which kill reports and nobody minds.
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-" + signal, .. processes.Select(id =>
            id.ToString(CultureInfo.InvariantCulture))])
        { UseShellExecute = false, RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    private async Task<IEnumerable<int>> ChildrenAsync()
    {
        using var list = Process.Start(new ProcessStartInfo(
            "ps",
            ["-A", "-o", "pid=,ppid="])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = await list.StandardOutput.ReadToEndAsync();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
                .ToArray())
            .Where(ids => ids[1] == postmaster.Id)
            .Select(ids => ids[0]);
    }

    private void Collect(string? line)
    {
        lock (log)
            log.AppendLine(line);
    }
}
