using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace Aggregation.Testing.Postgres;

/// <summary>
/// The folder of a throw-away server, with a keeper beside it: a shell that waits for the end of its input, which comes when this process
/// ends, be it by kill -9; it then stops the server and removes the folder.
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

    private ServerFolder(string path, string password)
    {
        (Path, Password) = (path, password);
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
    public string Password { get; }

    /// <summary>Makes the folder and an empty cluster in it.</summary>
    public static async Task<ServerFolder> MakeAsync()
    {
        var folder = New(Guid.NewGuid().ToString("N"));
        var passwords = System.IO.Path.Combine(folder.Path, "password");
        await File.WriteAllTextAsync(passwords, folder.Password);
        await Unprivileged.GiveAsync(folder.Path);
        await Unprivileged.RunAsync(
            PostgresBinaries.PathOf("initdb"),
            ["-D", folder.Data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwords, "-E", "UTF8", "--no-locale", "--no-sync"]);
        // Whichever address it listens on, with the password only.
        await File.AppendAllTextAsync(
            System.IO.Path.Combine(folder.Data, "pg_hba.conf"),
            "host all all all scram-sha-256\nhost replication all all scram-sha-256\n");
        return folder;
    }

    /// <summary>Makes the folder of a standby of a server that runs.</summary>
    public static async Task<ServerFolder> CopyAsync(ServerFolder primary, string address, int port)
    {
        var folder = New(primary.Password);
        await Unprivileged.GiveAsync(folder.Path);
        await folder.CopyAgainAsync(primary, address, port);
        return folder;
    }

    /// <summary>Makes its data those of a standby of a server that runs.</summary>
    public async Task CopyAgainAsync(ServerFolder primary, string address, int port)
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        var source = string.Create(CultureInfo.InvariantCulture, $"host={address} port={port} user=postgres password={primary.Password}");
        await Unprivileged.RunAsync(
            PostgresBinaries.PathOf("pg_basebackup"),
            ["-D", Data, "-d", source, "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
        // Once it is promoted, it waits for nobody before it is told to.
        await File.AppendAllTextAsync(System.IO.Path.Combine(Data, "postgresql.auto.conf"), "synchronous_standby_names = ''\n");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private static ServerFolder New(string password) => new(Directory.CreateTempSubdirectory("aggregation-postgres-").FullName, password);
}
