using System;
using System.Collections.Generic;
using System.Net;
using Aggregation.Clustering;
using Aggregation.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Aggregation.Tests.Cluster.Clustering;

public sealed class OrleansSettingsTests
{
    [Fact]
    public void Without_settings_a_silo_stays_on_loopback()
    {
        var settings = Read();
        Assert.Equal(("aggregation", "aggregation", 11111, 30000), (settings.ClusterId, settings.ServiceId, settings.SiloPort, settings.GatewayPort));
        Assert.Equal(IPAddress.Loopback, settings.AdvertisedIPAddress);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var settings = Read(("ClusterId", "a"), ("ServiceId", "b"), ("AdvertisedIPAddress", "10.0.0.5"), ("SiloPort", "1"), ("GatewayPort", "0"));
        Assert.Equal(("a", "b", 1, 0), (settings.ClusterId, settings.ServiceId, settings.SiloPort, settings.GatewayPort));
        Assert.Equal(IPAddress.Parse("10.0.0.5"), settings.AdvertisedIPAddress);
    }

    [Theory]
    [InlineData("SiloPort", "0")]
    [InlineData("SiloPort", "65536")]
    [InlineData("SiloPort", "-1")]
    [InlineData("SiloPort", "30000")]
    [InlineData("GatewayPort", "none")]
    [InlineData("AdvertisedIPAddress", "0.0.0.0")]
    [InlineData("AdvertisedIPAddress", "silo-1")]
    public void What_is_wrong_is_named_in_one_sentence(string name, string value)
    {
        var refused = Assert.Throws<StartUpException>(() => Read((name, value)));
        Assert.Contains($"Orleans:{name}", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", refused.Message, StringComparison.Ordinal);
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
