using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

public sealed partial class SettingsTests
{
    // What ASP.NET Core itself reads.
    private static readonly string[] Framework = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS"];

    [Fact]
    public void Every_setting_that_a_file_names_is_one_that_the_silo_reads()
    {
        var known = Directory.EnumerateFiles(Path.Combine(Repository.Root, "silo"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => InSource().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal))
            .Concat(Framework)
            .ToHashSet();
        var named = Repository.DeployFiles.SelectMany(file => InFiles().Matches(File.ReadAllText(file))
            .Select(match => (Path.GetFileName(file), match.Value))).Distinct().ToArray();

        Assert.Contains(("settings.yaml", "Orleans__SiloPort"), named);
        Assert.All(named, setting => Assert.Contains(setting.Value, known));
    }

    [Fact]
    public void Compose_and_Kubernetes_set_the_same_things()
    {
        // What compose reads from secrets at start; what only an ingress needs; and a disk beside the database, which only compose has.
        IEnumerable<string> kubernetes =
        [
            .. Manifests.Settings.Keys.Where(name => name != "Security__KnownProxies"),
            .. Manifests.SiloContainer.Items("env").Select(variable => variable.Text("name"))
        ];
        Assert.All(Compose.Silos, silo =>
        {
            var compose = silo.Map("environment").Keys
                .Where(name => name != "Ledger__HeadsPath")
                .Concat(Export().Match(silo.Items("entrypoint").Last().GetValue<string>()).Groups["names"].Value.Split(' '));
            Assert.Equal(kubernetes.Order(StringComparer.Ordinal), compose.Order(StringComparer.Ordinal));
        });
    }

    [GeneratedRegex("\"(?<name>[A-Z][A-Za-z]*:[A-Z][A-Za-z]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InSource();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z]+\b|\bASPNETCORE_[A-Z_]+\b", RegexOptions.None, 1000)]
    private static partial Regex InFiles();

    [GeneratedRegex(@"^export (?<names>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Export();
}
