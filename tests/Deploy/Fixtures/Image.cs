using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Testing.Postgres;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>
/// What the image would hold, made without a container engine: a folder with nothing but what the Containerfile copies, and in it the
/// command that the Containerfile runs. The program's folder can only be read.
/// </summary>
internal sealed class Image : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aggregation-image-").FullName;

    /// <summary>The program.</summary>
    public string Program => Path.Combine(folder, "publish");

    /// <summary>The files of secrets.</summary>
    public string Secrets => Path.Combine(folder, "secrets");

    /// <summary>The program's temporary files: the only place it may write to.</summary>
    public string Temporary => Path.Combine(folder, "tmp");

    /// <summary>Builds it.</summary>
    public static async Task<Image> BuildAsync()
    {
        var image = new Image();
        try
        {
            await image.MakeAsync();
            return image;
        }
        catch
        {
            await image.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync(folder, "chmod -R u+w .");
        Directory.Delete(folder, recursive: true);
    }

    private async Task MakeAsync()
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        foreach (var (sources, target) in Containerfile.Copies)
        {
            foreach (var name in sources)
                Copy(Path.Combine(Repository.Root, name), Path.Combine(source, Directory.Exists(Path.Combine(Repository.Root, name))
                    ? target
                    : name));
        }

        await Shell.RunAsync(source, Containerfile.Run.Replace("/publish", Program, StringComparison.Ordinal));

        Directory.CreateDirectory(Secrets);
        Directory.CreateDirectory(Temporary);
        await Unprivileged.GiveAsync(Temporary);
        await Shell.RunAsync(folder, "chmod 755 . secrets; chmod -R a+rX,a-w publish");
    }

    // Without what the ignore file keeps away: what was built and what was run here.
    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from)
            .Where(entry => Path.GetFileName(entry) is not ("bin" or "obj" or "data" or "node_modules")))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }
}
