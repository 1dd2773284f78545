using System;
using System.IO;
using System.Linq;
using Aggregation.Testing;
using Aggregation.Tests.Deploy.Fixtures;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Aggregation.Tests.Deploy;

public sealed class ComposeTests
{
    [Fact]
    public void There_are_three_silos_that_differ_in_address_port_and_file_of_heads_alone()
    {
        Assert.Equal(3, Compose.Silos.Count);
        Assert.Equal(3, Compose.Silos.Select(silo => silo.Text("environment", "Orleans__AdvertisedIPAddress")).Distinct().Count());
        Assert.Equal(3, Compose.Silos.Select(silo => silo.Items("ports").Single().GetValue<string>()).Distinct().Count());
        Assert.Single(Compose.Silos.Select(Alike).Distinct());

        static string Alike(System.Text.Json.Nodes.JsonNode silo)
        {
            var copy = silo.DeepClone().AsObject();
            copy["environment"]!.AsObject().Remove("Orleans__AdvertisedIPAddress");
            copy.Remove("networks");
            copy.Remove("ports");
            copy.Remove("volumes");
            return copy.ToJsonString();
        }
    }

    [Fact]
    public void A_silo_has_the_address_that_it_tells_the_others()
    {
        var subnet = System.Net.IPNetwork.Parse(Compose.File.Items("networks", "silos", "ipam", "config").Single().Text("subnet"));
        Assert.All(Compose.Silos, silo =>
        {
            var address = silo.Text("networks", "silos", "ipv4_address");
            Assert.Equal(address, silo.Text("environment", "Orleans__AdvertisedIPAddress"));
            Assert.True(subnet.Contains(System.Net.IPAddress.Parse(address)), $"{address} is not in {subnet}.");
        });
    }

    [Fact]
    public void Only_HTTP_is_published_and_only_on_the_address_that_the_operator_names() =>
        Assert.All(Compose.Silos, silo =>
        {
            var published = silo.Items("ports").Single().GetValue<string>().Split(':');
            Assert.Equal((Compose.Variables["AGGREGATION_BIND"], new Uri(silo.Text("environment", "ASPNETCORE_URLS").Replace(
                "+",
                "localhost",
                StringComparison.Ordinal)).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), (published[0], published[2]));
        });

    [Fact]
    public void The_example_names_every_variable_with_its_default() =>
        Assert.Equal(
            Compose.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => (variable.Key, variable.Value)),
            Compose.Used.Distinct().OrderBy(variable => variable.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_secret_that_is_read_is_a_file_that_the_service_is_given()
    {
        var files = Compose.File["secrets"]!.AsObject().ToDictionary(secret => secret.Key, secret => secret.Value!.Text("file"));
        Assert.All(files, file => Assert.Equal($"{Compose.Variables["AGGREGATION_SECRETS"]}/{file.Key}", file.Value));
        foreach (var (name, service) in Compose.File["services"]!.AsObject())
        {
            var given = service!.Items("secrets").Select(secret => secret.GetValue<string>()).ToArray();
            var read = files.Keys.Where(secret => (service!.ToJsonString() + (name == "postgres"
                ? Repository.Read("postgres/create-ledger.sh")
                : "")).Contains($"/run/secrets/{secret}", StringComparison.Ordinal));
            Assert.Equal(read.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Each_silo_signs_into_a_folder_of_its_own_that_a_command_of_the_README_makes()
    {
        var folders = Compose.Silos.Select(silo => silo.Items("volumes").Single().GetValue<string>().Split(':')).ToArray();
        Assert.Equal(folders.Length, folders.Select(folder => folder[0]).Distinct().Count());
        Assert.All(folders, folder => Assert.Contains(folder[0]["./".Length..], Repository.Read("README.md"), StringComparison.Ordinal));
        Assert.All(Compose.Silos.Zip(folders), silo => Assert.Equal(
            silo.Second[1],
            Path.GetDirectoryName(silo.First.Text("environment", "Ledger__HeadsPath"))));
    }

    [Fact]
    public void What_is_mounted_exists()
    {
        var mounted = Compose.File["services"]!["postgres"]!.Items("volumes")
            .Select(volume => volume.GetValue<string>().Split(':')[0])
            .Where(source => source[0] == '.');
        Assert.All(mounted, source => Assert.True(
            File.Exists(Path.Combine(Repository.Deploy, source)),
            $"{source} is mounted and there is no such file."));
        Assert.All(Compose.Silos, silo =>
            Assert.True(File.Exists(Path.Combine(Repository.Deploy, silo.Text("build", "context"), silo.Text("build", "dockerfile")))));
    }

    [Fact]
    public void A_silo_is_given_the_time_that_it_takes_to_stop() =>
        Assert.All(Compose.Silos, silo => Assert.True(
            TimeSpan.FromSeconds(int.Parse(
                silo.Text("stop_grace_period").TrimEnd('s'),
                System.Globalization.CultureInfo.InvariantCulture)) > new HostOptions().ShutdownTimeout));
}
