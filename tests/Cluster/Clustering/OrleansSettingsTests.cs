using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Aggregation.Ledger;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Clustering.Tls;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregation.Tests.Cluster.Clustering;

public sealed class OrleansSettingsTests
{
    [Fact]
    public void Without_settings_a_silo_stays_on_loopback()
    {
        var settings = Read();
        Assert.Equal(
            ("aggregation", "aggregation", 11111, 0),
            (settings.ClusterId, settings.ServiceId, settings.SiloPort, settings.GatewayPort));
        Assert.Equal(IPAddress.Loopback, settings.AdvertisedIPAddress);
        Assert.Null(settings.Tls);
        Assert.False(settings.Dashboard);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var settings = Read(
            ("ClusterId", "a"),
            ("ServiceId", "b"),
            ("AdvertisedIPAddress", "10.0.0.5"),
            ("SiloPort", "1"),
            ("GatewayPort", "2"),
            ("Dashboard", "true"),
            ("Certificate", "silo.crt"),
            ("Key", "silo.key"),
            ("Authority", "authority.crt"));
        Assert.Equal(
            ("a", "b", 1, 2, true),
            (settings.ClusterId, settings.ServiceId, settings.SiloPort, settings.GatewayPort, settings.Dashboard));
        Assert.Equal(
            (SiloTlsMode.Required, "silo.crt", "silo.key", "authority.crt"),
            (settings.Tls!.Mode, settings.Tls.Certificate.Certificate, settings.Tls.Certificate.Key, settings.Tls.Authority));
        Assert.Equal(IPAddress.Parse("10.0.0.5"), settings.AdvertisedIPAddress);
    }

    [Theory]
    [InlineData("SiloPort", "0")]
    [InlineData("SiloPort", "65536")]
    [InlineData("SiloPort", "-1")]
    [InlineData("GatewayPort", "none")]
    [InlineData("AdvertisedIPAddress", "0.0.0.0")]
    [InlineData("AdvertisedIPAddress", "silo-1")]
    [InlineData("Dashboard", "on")]
    [InlineData("Tls", "on")]
    public void What_is_wrong_is_named_in_one_sentence(string name, string value)
    {
        var refused = Assert.Throws<StartUpException>(() => Read((name, value)));
        Assert.Contains($"Orleans:{name}", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void One_port_is_not_two()
    {
        var refused = Assert.Throws<StartUpException>(() => Read(("SiloPort", "4711"), ("GatewayPort", "4711")));
        Assert.Contains("Orleans:GatewayPort", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Orleans:Certificate")]
    [InlineData("Orleans:Authority", "Certificate", "silo.crt")]
    [InlineData("Orleans:Tls", "Tls", "off", "Certificate", "silo.crt", "Authority", "authority.crt")]
    [InlineData("Orleans:ClusterId", "ClusterId", "no name", "Certificate", "silo.crt", "Authority", "authority.crt")]
    public void Beyond_loopback_silos_need_certificates(string named, params string[] settings)
    {
        var refused = Assert.Throws<StartUpException>(() =>
            Read([("AdvertisedIPAddress", "10.0.0.5"), .. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static OrleansSettings Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
            values[$"Orleans:{name}"] = value;
        return OrleansSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
