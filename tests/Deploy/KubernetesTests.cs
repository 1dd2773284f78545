using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Aggregation.Tests.Deploy.Fixtures;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Aggregation.Tests.Deploy;

public sealed class KubernetesTests
{
    [Fact]
    public void Every_manifest_of_a_kustomization_is_in_it()
    {
        foreach (var file in Directory.EnumerateFiles(Manifests.Folder, "kustomization.yaml", SearchOption.AllDirectories))
        {
            var folder = Path.GetDirectoryName(file)!;
            var listed = Yaml.Parse(File.ReadAllText(file))
                .Single()
                .Items("resources")
                .Select(resource => resource.GetValue<string>())
                .ToArray();
            Assert.All(listed, resource => Assert.True(
                Path.Exists(Path.Combine(folder, resource)),
                $"{file} lists {resource}, which does not exist."));
            Assert.Equal(
                Directory.EnumerateFiles(folder, "*.yaml")
                    .Select(Path.GetFileName)
                    .Where(name => name != "kustomization.yaml")
                    .Order(StringComparer.Ordinal),
                listed.Where(resource => resource.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_selector_finds_pods()
    {
        var selectors = Manifests.All.SelectMany(manifest => manifest.All()).OfType<JsonObject>()
            .SelectMany(map => new[] { map["matchLabels"], map["selector"] is JsonObject labels && !labels.ContainsKey("matchLabels")
                ? labels
                : null })
            .Where(labels => labels is not null)
            .Select(labels => labels!.Map())
            .ToArray();
        Assert.True(selectors.Length >= 6, $"{selectors.Length} selectors");
        Assert.All(selectors, labels => Assert.Single(Manifests.Selected(labels)));
    }

    [Fact]
    public void Every_port_that_is_named_is_one_of_the_container()
    {
        foreach (var service in Manifests.All.Where(manifest => manifest.Text("kind") == "Service"))
        {
            var ports = PortsOf(Manifests.Selected(service.Map("spec", "selector")).Single());
            Assert.All(service.Items("spec", "ports"), port => Assert.Contains(port.Text("targetPort"), ports.Keys));
        }

        foreach (var policy in Manifests.All.Where(manifest => manifest.Text("kind") == "NetworkPolicy"))
        {
            var ports = PortsOf(Manifests.Selected(policy.Map("spec", "podSelector", "matchLabels")).Single());
            var allowed = policy.Items("spec", "ingress").SelectMany(rule => rule.Items("ports")).Select(port => port.Text("port"));
            Assert.Equal(ports.Keys.Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
        }

        foreach (var probe in new[] { "startupProbe", "readinessProbe", "livenessProbe" })
            Assert.Equal("http", Manifests.SiloContainer.Text(probe, "httpGet", "port"));

        var backend = Manifests.One("Ingress", "aggregation")
            .Items("spec", "rules")
            .Single()
            .Items("http", "paths")
            .Single()["backend"]!["service"]!;
        Assert.Contains(
            Manifests.One("Service", backend.Text("name")).Items("spec", "ports"),
            port => port.Text("name") == backend.Text("port", "name"));
    }

    [Fact]
    public void The_ports_are_those_of_the_settings()
    {
        var ports = PortsOf(Manifests.Silos["spec"]!["template"]!);
        Assert.Equal(
            new Uri(Manifests.Settings["ASPNETCORE_URLS"].Replace("+", "localhost", StringComparison.Ordinal)).Port,
            ports["http"]);
        Assert.Equal(Manifests.Settings["Orleans__SiloPort"], ports["silo"].ToString(CultureInfo.InvariantCulture));
        Assert.All(Compose.Silos, silo => Assert.Equal(
            Manifests.Settings["Orleans__SiloPort"],
            silo.Text("environment", "Orleans__SiloPort")));
    }

    [Fact]
    public void Only_a_silo_reaches_a_silos_own_port()
    {
        var rules = Manifests.One("NetworkPolicy", "silo")
            .Items("spec", "ingress")
            .Where(rule => rule.Items("ports").Any(port => port.Text("port") == "silo"))
            .ToArray();
        var from = Assert.Single(rules).Items("from").Single().Map("podSelector", "matchLabels");
        Assert.Same(Manifests.Silos["spec"]!["template"], Manifests.Selected(from).Single());
        Assert.Equal("0", Manifests.Settings["Orleans__GatewayPort"]);
    }

    [Fact]
    public void A_silo_is_given_the_time_that_it_takes_to_stop()
    {
        var pause = int.Parse(Manifests.SiloContainer.Items("lifecycle", "preStop", "exec", "command")
            .Last()
            .GetValue<string>(), CultureInfo.InvariantCulture);
        var grace = int.Parse(
            Manifests.Silos.Text("spec", "template", "spec", "terminationGracePeriodSeconds"),
            CultureInfo.InvariantCulture);
        Assert.True(grace > pause + new HostOptions().ShutdownTimeout.TotalSeconds, $"{grace} s");
    }

    [Fact]
    public void No_container_has_more_rights_than_it_needs() =>
        Assert.All(Manifests.Pods, pod =>
        {
            Assert.Equal("true", pod.Text("spec", "securityContext", "runAsNonRoot"));
            Assert.Equal("RuntimeDefault", pod.Text("spec", "securityContext", "seccompProfile", "type"));
            Assert.Equal("false", pod.Text("spec", "automountServiceAccountToken"));
            Assert.All(pod.Items("spec", "containers"), container =>
            {
                Assert.Equal("true", container.Text("securityContext", "readOnlyRootFilesystem"));
                Assert.Equal("false", container.Text("securityContext", "allowPrivilegeEscalation"));
                Assert.Equal("ALL", container.Items("securityContext", "capabilities", "drop").Single().GetValue<string>());
                Assert.NotEmpty(container.Text("resources", "limits", "memory"));
            });
        });

    [Fact]
    public void Of_three_silos_one_may_be_away()
    {
        Assert.Equal("3", Manifests.Silos.Text("spec", "replicas"));
        Assert.Equal("0", Manifests.Silos.Text("spec", "strategy", "rollingUpdate", "maxUnavailable"));
        Assert.Equal("1", Manifests.One("PodDisruptionBudget", "silo").Text("spec", "maxUnavailable"));
    }

    private static Dictionary<string, int> PortsOf(JsonNode pod) => pod.Items("spec", "containers").Single().Items("ports")
        .ToDictionary(port => port.Text("name"), port => int.Parse(port.Text("containerPort"), CultureInfo.InvariantCulture));
}
