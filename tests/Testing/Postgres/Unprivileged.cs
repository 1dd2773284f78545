using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Aggregation.Testing.Postgres;

/// <summary>Starts programs as a user without privileges, since PostgreSQL refuses to run as root.</summary>
public static class Unprivileged
{
    // Debian's package makes the first; every system has the second.
    private static readonly string? User = !string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
        ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Makes a folder and what is in it that user's.</summary>
    public static async Task GiveAsync(string path)
    {
        if (User is not null)
            await WaitAsync(Launch("chown", ["-R", User, path]));
    }

    /// <summary>Starts a program, its output redirected.</summary>
    public static Process Start(string program, IEnumerable<string> arguments) => User is null
        ? Launch(program, arguments)
        : Launch("setpriv", ["--reuid", User, "--regid", "65534", "--clear-groups", program, .. arguments]);

    /// <summary>Runs a program to its end, which must be a good one.</summary>
    public static Task RunAsync(string program, IEnumerable<string> arguments) => WaitAsync(Start(program, arguments));

    private static Process Launch(string program, IEnumerable<string> arguments) =>
        // The folder it starts in must be one that the user may enter.
        Process.Start(new ProcessStartInfo(
            program,
            arguments)
        { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task WaitAsync(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(
                    $"{process.StartInfo.FileName} ended with {process.ExitCode}.\n{await output}\n{errors}");
        }
    }
}
