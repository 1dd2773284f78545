#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Builds the solution, runs every test project of it, two at a time, and closes with one line: N passed, N failed, N skipped.
// dotnet run test.cs [-- arguments of dotnet test, such as -p:Dashboard=false]

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

var root = Path.GetDirectoryName(SourceFile())!;
var results = Path.Combine(root, "artifacts", "TestResults");
if (Directory.Exists(results))
    Directory.Delete(results, recursive: true);

if (await RunAsync(["build", Path.Combine(root, "Aggregation.sln"), "--nologo", .. args], Console.Out) != 0)
{
    Console.WriteLine("0 passed, 0 failed, 0 skipped: the build failed");
    return 1;
}

// Tests of whole processes wait more than they compute, so a second project fills the gaps. The longest come first.
string[] longest = ["Cluster", "Unit", "Command", "Browser", "Processes", "Api", "Deploy"];
var projects = Directory.EnumerateDirectories(Path.Combine(root, "tests"))
    .SelectMany(folder => Directory.EnumerateFiles(folder, "Aggregation.Tests.*.csproj"))
    .OrderBy(project => Array.IndexOf(longest, Path.GetFileName(Path.GetDirectoryName(project))) is var place and >= 0
        ? place
        : longest.Length)
    .ThenBy(project => project, StringComparer.Ordinal);
var failed = 0;
await Parallel.ForEachAsync(projects, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (project, _) =>
{
    var output = new StringWriter();
    List<string> arguments =
    [
        "test",
        project,
        "--no-build",
        "--nologo",
        "--logger",
        "trx",
        "--results-directory",
        Path.Combine(results, Path.GetFileNameWithoutExtension(project)),
        .. args
    ];
    if (await RunAsync(arguments, TextWriter.Synchronized(output)) != 0)
        Interlocked.Increment(ref failed);
    Console.Write(output);
});

var counters = Directory.Exists(results)
    ? Directory.EnumerateFiles(results, "*.trx", SearchOption.AllDirectories)
        .Select(file => XDocument.Load(file).Descendants().First(element => element.Name.LocalName == "Counters"))
        .ToList()
    : [];
var passed = Sum("passed");
var notPassed = Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted");
Console.WriteLine($"{passed} passed, {notPassed} failed, {Sum("total") - passed - notPassed} skipped");
return failed > 0 || passed == 0 ? 1 : 0;

async Task<int> RunAsync(List<string> arguments, TextWriter output)
{
    using var process = new Process { StartInfo = new ProcessStartInfo(
        "dotnet",
        arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
    process.OutputDataReceived += (_, line) => Write(line.Data);
    process.ErrorDataReceived += (_, line) => Write(line.Data);
    process.Start();
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    await process.WaitForExitAsync();
    return process.ExitCode;

    void Write(string? line)
    {
        if (line is not null)
            output.WriteLine(line);
    }
}

int Sum(string counter) => counters.Sum(element => (int?)element.Attribute(counter) ?? 0);

static string SourceFile([CallerFilePath] string path = "") => path;
