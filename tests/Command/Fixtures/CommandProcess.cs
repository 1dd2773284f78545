using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;

namespace Aggregation.Tests.Command.Fixtures;

/// <summary>The command as a user runs it: a process of its own, its output in a pipe.</summary>
public sealed class CommandProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;

    private CommandProcess(Process process) => this.process = process;

    /// <summary>What it writes, to be read line by line.</summary>
    public StreamReader Output => process.StandardOutput;

    public StreamReader Errors => process.StandardError;

    /// <summary>Where the compiled command is.</summary>
    public static string AssemblyPath => Path.Combine(AppContext.BaseDirectory, "aggregation.dll");

    /// <summary>Starts it against a silo as admin, in English; an environment variable that is null is taken away.</summary>
    public static CommandProcess Start(Uri url, IReadOnlyDictionary<string, string?>? environment, params string[] arguments) =>
        new(Process.Start(StartInfo("dotnet", [AssemblyPath, .. arguments], url, environment))!);

    /// <summary>Runs it to its end.</summary>
    public static async Task<CommandResult> RunAsync(Uri url, params string[] arguments) => await RunWithAsync(url, null, null, arguments);

    /// <summary>Runs it to its end in another environment, with something to read.</summary>
    public static async Task<CommandResult> RunWithAsync(
        Uri url,
        IReadOnlyDictionary<string, string?>? environment,
        string? input,
        params string[] arguments)
    {
        await using var command = Start(url, environment, arguments);
        if (input is not null)
            await command.process.StandardInput.WriteAsync(input);
        command.process.StandardInput.Close();
        return await command.EndAsync();
    }

    /// <summary>Runs it at a terminal of 100 columns, which <c>script</c> plays.</summary>
    public static async Task<CommandResult> RunAtTerminalAsync(
        Uri url,
        IReadOnlyDictionary<string, string?> environment,
        params string[] arguments)
    {
        var line = $"stty cols 100 rows 40; exec dotnet {AssemblyPath} {string.Join(' ', arguments)}";
        await using var command = new CommandProcess(Process.Start(StartInfo("script", ["-qec", line, "/dev/null"], url, environment))!);
        return await command.EndAsync();
    }

    /// <summary>Runs it in a pipeline of the shell; <c>$AGGREGATION</c> stands for it.</summary>
    public static async Task<CommandResult> RunInShellAsync(Uri url, string line)
    {
        await using var command = new CommandProcess(
            Process.Start(StartInfo("bash", ["-c", line], url, Variables.Of(("AGGREGATION", $"dotnet {AssemblyPath}"))))!);
        return await command.EndAsync();
    }

    /// <summary>Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it as a power cut would (kill -9).</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<CommandResult> EndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new CommandResult(process.ExitCode, await output, await errors);
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ProcessStartInfo StartInfo(
        string program,
        IEnumerable<string> arguments,
        Uri url,
        IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["AGGREGATION_URL"] = url.ToString();
        start.Environment["AGGREGATION_KEY"] = SiloProcess.AdminKey;
        start.Environment["AGGREGATION_LANGUAGE"] = "en";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("AGGREGATION_PROFILE");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return start;
    }
}
