using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Security;

/// <summary>Who reads without a key where no setting says anything.</summary>
public sealed class PublicReadsTests
{
    [Theory]
    [InlineData(null, null, HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", "203.0.113.1", HttpStatusCode.Unauthorized)]
    [InlineData("X-Forwarded-Proto", "https", HttpStatusCode.Unauthorized)]
    [InlineData("Forwarded", "for=203.0.113.1", HttpStatusCode.Unauthorized)]
    [InlineData("Via", "1.1 proxy", HttpStatusCode.Unauthorized)]
    [InlineData("X-Real-IP", "127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("Host", "aggregation.example", HttpStatusCode.Unauthorized)]
    [InlineData("Host", "127.0.0.1.example", HttpStatusCode.Unauthorized)]
    [InlineData("Host", "localhost", HttpStatusCode.OK)]
    public async Task On_loopback_only_whoever_sits_there_does(string? header, string? value, HttpStatusCode expected)
    {
        await using var silo = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "units/48");
        if (header == "Host")
            request.Headers.Host = value;
        else if (header is not null)
            request.Headers.Add(header, value);
        using var answer = await silo.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:0")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://[::]:0")]
    [InlineData("Security:KnownProxies", "127.0.0.1")]
    public async Task Nobody_does_where_others_may_come_in(string setting, string value)
    {
        await using var silo = await StartAsync((setting, value));
        using var client = new HttpClient { BaseAddress = new($"http://localhost:{silo.Address.Port}/api/v1/") };
        using var answer = await client.GetAsync("units/48");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<UnsetSilo> StartAsync(params (string Name, string Value)[] settings)
    {
        var silo = new UnsetSilo(settings);
        await silo.InitializeAsync();
        return silo;
    }

    private sealed class UnsetSilo((string Name, string Value)[] settings) : SiloFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => settings;
    }
}
