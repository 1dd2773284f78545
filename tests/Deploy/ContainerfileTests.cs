using System;
using System.IO;
using System.Linq;
using Aggregation.Silo;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Xunit;

namespace Aggregation.Tests.Deploy;

public sealed class ContainerfileTests
{
    [Fact]
    public void What_is_copied_exists_and_is_let_through()
    {
        var letThrough = Repository.Read("Containerfile.dockerignore")
            .Split('\n')
            .Where(line => line.StartsWith('!'))
            .Select(line => line[1..])
            .ToHashSet();
        var sources = Containerfile.Copies.SelectMany(copy => copy.Sources).Select(source => source.TrimEnd('/')).ToArray();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(
            Path.Exists(Path.Combine(Repository.Root, source)),
            $"COPY {source}: there is no such file or folder."));
        Assert.Equal(sources.Order(StringComparer.Ordinal), letThrough.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_program_runs_without_privileges_as_the_account_that_Kubernetes_is_told()
    {
        var pod = Manifests.Silos["spec"]!["template"]!["spec"]!["securityContext"]!;
        Assert.Equal($"{pod.Text("runAsUser")}:{pod.Text("runAsGroup")}", Containerfile.User);
        Assert.Equal("true", pod.Text("runAsNonRoot"));
        Assert.NotEqual("0", pod.Text("runAsUser"));
    }

    [Fact]
    public void Its_ports_are_those_of_the_settings()
    {
        var http = new Uri(Containerfile.Environment["ASPNETCORE_URLS"].Replace("+", "localhost", StringComparison.Ordinal)).Port;
        Assert.Equal([$"{http}", Manifests.Settings["Orleans__SiloPort"]], Containerfile.Ports);
        Assert.Equal(Containerfile.Environment["ASPNETCORE_URLS"], Manifests.Settings["ASPNETCORE_URLS"]);
        Assert.All(Compose.Silos, silo => Assert.Equal(
            Containerfile.Environment["ASPNETCORE_URLS"],
            silo.Text("environment", "ASPNETCORE_URLS")));
    }

    [Fact]
    public void Its_version_is_the_one_that_is_built()
    {
        var version = typeof(SiloProgram).Assembly.GetName().Version!.ToString(3);
        Assert.Contains($"ARG VERSION={version}\n", Repository.Read("Containerfile"), StringComparison.Ordinal);
        Assert.Equal($"aggregation-silo:{version}", Compose.Variables["AGGREGATION_IMAGE"]);
        var image = Manifests.All.SelectMany(manifest => manifest["images"]?.AsArray() ?? []).Single()!;
        Assert.Equal((Manifests.SiloContainer.Text("image"), version), (image.Text("name"), image.Text("newTag")));
    }
}
