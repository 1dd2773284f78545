using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Aggregation.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Architecture;

/// <summary>Who may know whom: between projects as the picture of <c>docs/architecture.md</c> has it, within a project one way.</summary>
public sealed partial class LayersTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["contracts/Api"] = [],
        ["contracts/Texts"] = [],
        ["contracts/Files"] = ["contracts/Api", "contracts/Texts"],
        ["domain"] = ["contracts/Texts"],
        ["ledger/Ledger"] = ["domain"],
        ["ledger/Sqlite"] = ["ledger/Ledger"],
        ["ledger/Postgres"] = ["ledger/Ledger"],
        ["grains"] = ["domain", "ledger/Ledger"],
        ["api"] = ["contracts/Api", "contracts/Files", "grains", "ledger/Ledger"],
        ["silo"] = ["api", "ledger/Postgres", "ledger/Sqlite"],
        ["client/Client"] = ["contracts/Api"],
        ["client/Outbox"] = ["client/Client"],
        ["client/Command"] = ["client/Client", "client/Outbox", "contracts/Files"],
        ["client/Sample"] = ["client/Client"],
    };

    private static readonly string[] Top = ["api", "client", "contracts", "domain", "grains", "ledger", "silo"];

    // Packages for others have names of their own.
    private static readonly string[] OfTheSilo = ["api", "domain", "grains", "ledger", "silo"];

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_is_in_the_picture() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Top.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(FolderOf)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_those_below_it_and_no_other(string project)
    {
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.csproj").Single();
        var known = XDocument.Load(file)
            .Descendants("ProjectReference")
            .Select(reference => FolderOf(Path.Combine(Path.GetDirectoryName(file)!, (string)reference.Attribute("Include")!)));
        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_folders_of_a_project_use_each_other(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Text: File.ReadAllText(path), Folder: Path.GetRelativePath(root, path)
                .Split(Path.DirectorySeparatorChar)))
            .Select(file => (file.Text, Folder: file.Folder.Length == 1
                ? "."
                : file.Folder[0], Space: Space().Match(file.Text).Groups["name"].Value))
            .Where(file => file.Space.Length > 0)
            .ToList();
        var folders = files.GroupBy(file => file.Space, StringComparer.Ordinal).ToDictionary(
            space => space.Key,
            space => space.First().Folder,
            StringComparer.Ordinal);
        var uses = files.SelectMany(file => Using().Matches(file.Text)
            .Select(used => (From: file.Folder, To: folders.GetValueOrDefault(used.Groups["name"].Value, file.Folder))))
            .Where(use => use.From != use.To)
            .ToHashSet();

        foreach (var use in uses.Order())
            output.WriteLine($"{use.From} -> {use.To}");
        Assert.Empty(uses.Where(use => uses.Contains((use.To, use.From))).Select(use => $"{use.From} and {use.To}"));
    }

    [Fact]
    public void A_name_space_is_its_project_and_folder()
    {
        var wrong = OfTheSilo
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .SelectMany(project => Directory.EnumerateFiles(
                Path.GetDirectoryName(project)!,
                "*.cs",
                SearchOption.AllDirectories).Select(file => (
                File: file,
                Right: string.Join('.', [
                    Path.GetFileNameWithoutExtension(project),
                    .. Path.GetRelativePath(Path.GetDirectoryName(project)!, file).Split(Path.DirectorySeparatorChar)[..^1]]),
                Space: Space().Match(File.ReadAllText(file)).Groups["name"].Value)))
            .Where(file => file.Space.Length > 0 && file.Space != file.Right)
            .Select(file => $"{Path.GetRelativePath(Repository.Root, file.File)} is in {file.Space}, not in {file.Right}");
        Assert.Empty(wrong);
    }

    private static string FolderOf(string project) =>
        Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(Path.GetFullPath(project))!).Replace('\\', '/');

    [GeneratedRegex("^namespace (?<name>[A-Za-z.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Space();

    [GeneratedRegex("^using (?:static )?(?<name>Aggregation[A-Za-z.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Using();
}
