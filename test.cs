#:property PublishAot=false

// Runs every test of the solution and closes with one line: N passed, N failed, N skipped.
// dotnet run test.cs [-- arguments of dotnet test, such as -p:ActorEngine=Orleans]

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

var root = Path.GetDirectoryName(SourceFile())!;
var results = Path.Combine(root, "artifacts", "TestResults");
if (Directory.Exists(results))
    Directory.Delete(results, recursive: true);

List<string> arguments = ["test", Path.Combine(root, "Aggregation.sln"), "--nologo", "--logger", "trx", "--results-directory", results, .. args];
using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root })!;
await process.WaitForExitAsync();

var counters = Directory.Exists(results)
    ? Directory.EnumerateFiles(results, "*.trx").Select(file => XDocument.Load(file).Descendants().First(element => element.Name.LocalName == "Counters")).ToList()
    : [];
var passed = Sum("passed");
var failed = Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted");
Console.WriteLine($"{passed} passed, {failed} failed, {Sum("total") - passed - failed} skipped");
return process.ExitCode != 0 || passed == 0 ? 1 : 0;

int Sum(string counter) => counters.Sum(element => (int?)element.Attribute(counter) ?? 0);

static string SourceFile([CallerFilePath] string path = "") => path;
