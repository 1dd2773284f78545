using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>LibreOffice, where it is on the machine: a spreadsheet that opens a file and saves it as its own.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Why a test that needs it is skipped; null when it is there.</summary>
    public static string? Missing { get; } = (Environment.GetEnvironmentVariable("PATH")
        ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")))
        ? null
        : "skipped, because soffice (LibreOffice Calc) is not on the PATH";

    /// <summary>Opens a workbook and saves it.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="form">What to save it as, as <c>--convert-to</c> takes it.</param>
    public static byte[] Save(byte[] workbook, string form)
    {
        var folder = Directory.CreateTempSubdirectory("aggregation-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.xlsx");
            var target = folder.CreateSubdirectory("out").FullName;
            File.WriteAllBytes(file, workbook);
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
}
