using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Aggregation.Testing.Office;

/// <summary>LibreOffice, where it is on the machine: opens a file and saves it as another.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Calc opens workbooks, Writer documents; a machine may have one of them.
    private static readonly string[] Libraries = ["libsclo.so", "libswlo.so"];

    /// <summary>Why a test that needs it is skipped; null when it is there.</summary>
    public static string? Missing { get; } = Find() is { } program
        && Array.TrueForAll(Libraries, library => File.Exists(Path.Combine(Path.GetDirectoryName(program)!, library)))
        ? null
        : "skipped, because LibreOffice (soffice, with Calc and Writer) is not on the PATH";

    /// <summary>Opens a file and saves it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="extension">What it is: <c>xlsx</c>, <c>docx</c>.</param>
    /// <param name="form">What to save it as, as <c>--convert-to</c> takes it.</param>
    public static byte[] Save(byte[] content, string extension, string form)
    {
        var folder = Directory.CreateTempSubdirectory("aggregation-");
        try
        {
            var file = Path.Combine(folder.FullName, "in." + extension);
            var target = folder.CreateSubdirectory("out").FullName;
            File.WriteAllBytes(file, content);
            var start = new ProcessStartInfo("soffice", [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", form, "--outdir", target,
                file])
            { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            if (!process.WaitForExit(Patience))
                throw new TimeoutException("LibreOffice did not finish.");
            return File.ReadAllBytes(Directory.EnumerateFiles(target).Single());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => new FileInfo(Path.Combine(folder, "soffice")))
        .FirstOrDefault(file => file.Exists) is { } found
        ? (found.ResolveLinkTarget(returnFinalTarget: true) ?? found).FullName
        : null;
}
