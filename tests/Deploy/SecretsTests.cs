using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

public sealed partial class SecretsTests
{
    private static readonly string[] SecretWords = ["PASSWORD", "KEY", "SECRET", "TOKEN", "CONNECTIONSTRINGS"];

    [Fact]
    public void No_file_holds_a_password() =>
        Assert.All(Repository.DeployFiles, file => Assert.DoesNotMatch(Password(), File.ReadAllText(file)));

    [Fact]
    public void What_is_a_secret_comes_from_a_Secret()
    {
        Assert.DoesNotContain(Manifests.All, manifest => manifest.Text("kind") == "Secret");
        Assert.DoesNotContain(Manifests.Settings, setting => IsSecret(setting.Key) && !IsPath(setting.Value));
        var variables = Manifests.Pods.SelectMany(pod => pod.Items("spec", "containers"))
            .SelectMany(container => container.Items("env"))
            .Where(variable => IsSecret(variable.Text("name")))
            .ToArray();
        Assert.Equal(4, variables.Length);
        Assert.All(variables, variable => Assert.NotEmpty(variable.Text("valueFrom", "secretKeyRef", "key")));
    }

    [Fact]
    public void Every_Secret_that_is_referred_to_is_made_by_a_command_of_the_README()
    {
        var readme = Repository.Read("README.md");
        var references = Manifests.All.SelectMany(manifest => manifest.All())
            .OfType<JsonObject>()
            .Where(map => map["secretKeyRef"] is not null)
            .Select(map => map["secretKeyRef"]!)
            .ToArray();
        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            var command = Regex.Match(
                readme,
                $@"create secret generic {reference.Text("name")} (?:[^\n]|\n +)*",
                RegexOptions.None,
                TimeSpan.FromSeconds(1));
            Assert.Contains($"--from-literal={reference.Text("key")}=", command.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Compose_gives_secrets_as_files_only()
    {
        foreach (var (_, service) in Compose.File["services"]!.AsObject())
        {
            foreach (var (name, value) in service!.Map("environment").Where(variable => IsSecret(variable.Key)))
                Assert.True(value.StartsWith("/run/secrets/", StringComparison.Ordinal), $"{name} is '{value}'.");
        }

        Assert.Contains("/secrets/", Repository.Read(".gitignore"), StringComparison.Ordinal);
    }

    private static bool IsPath(string value) => value.StartsWith('/');

    private static bool IsSecret(string name) => SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A password that is not read from somewhere: not $(…), $$(…), "$VARIABLE" or an ellipsis.
    [GeneratedRegex("""(?i)password(?:=|:[ \t]+)["']?(?![$"'…{\s])\S""", RegexOptions.None, 1000)]
    private static partial Regex Password();
}
