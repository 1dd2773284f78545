using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Aggregation.Tests.Postgres;

/// <summary>
/// The folder of a throw-away server, with a keeper beside it: a shell that waits for the end of its input, which comes when this process ends,
/// be it by kill -9; it then stops the server and removes the folder.
/// </summary>
public sealed class ServerFolder : IAsyncDisposable
{
    private const string Keeper =
        """
        trap '' INT TERM HUP
        read -r line
        if read -r id < "$1/data/postmaster.pid"; then
            kill -QUIT "$id"
            while kill -0 "$id" && [ -e "$1/data/postmaster.pid" ]; do sleep 0.05; done
        fi
        rm -rf "$1"
        """;

    private readonly Process keeper;

    private ServerFolder(string path)
    {
        Path = path;
        keeper = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Keeper, "keeper", path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        keeper.BeginErrorReadLine();
    }

    /// <summary>The folder itself.</summary>
    public string Path { get; }

    /// <summary>The data folder.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>The password of every role.</summary>
    public string Password { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Makes the folder and an empty cluster in it.</summary>
    public static async Task<ServerFolder> MakeAsync()
    {
        var folder = new ServerFolder(Directory.CreateTempSubdirectory("aggregation-postgres-").FullName);
        var passwords = System.IO.Path.Combine(folder.Path, "password");
        await File.WriteAllTextAsync(passwords, folder.Password);
        await Unprivileged.GiveAsync(folder.Path);
        await Unprivileged.RunAsync(
            PostgresBinaries.PathOf("initdb"),
            ["-D", folder.Data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwords, "-E", "UTF8", "--no-locale", "--no-sync"]);
        return folder;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }
}
