using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Whom a request comes from is what a known proxy says, and nobody else.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Behind_a_known_proxy_every_address_has_a_limit_of_its_own()
    {
        await using var silo = await StartAsync("127.0.0.0/8", hops: "2");
        foreach (var address in (string[])["203.0.113.1", "203.0.113.2", "2001:db8:1::1", "2001:db8:2::1", "203.0.113.9, 127.0.0.3"])
        {
            Assert.Equal(200, (await GetAsync(silo, address)).Status);
            Assert.Equal(429, (await GetAsync(silo, address)).Status);
        }

        // Whoever has one address of a network of 64 bits has all of them.
        Assert.Equal(429, (await GetAsync(silo, "2001:db8:1::ffff")).Status);
    }

    [Fact]
    public async Task Only_so_many_proxies_one_behind_another_are_believed()
    {
        await using var silo = await StartAsync("127.0.0.0/8");
        Assert.Equal(200, (await GetAsync(silo, "203.0.113.1, 127.0.0.3")).Status);
        Assert.Equal(429, (await GetAsync(silo, "203.0.113.2, 127.0.0.3")).Status);
        Assert.Equal(200, (await GetAsync(silo, "203.0.113.1, 127.0.0.4")).Status);
    }

    [Fact]
    public async Task Nobody_else_is_believed()
    {
        await using var silo = await StartAsync("198.51.100.7");
        Assert.Equal(200, (await GetAsync(silo, "203.0.113.1")).Status);
        Assert.Equal(429, (await GetAsync(silo, "203.0.113.2")).Status);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("198.51.100.7", false)]
    public async Task A_cookie_that_came_by_https_to_a_known_proxy_stays_there(string proxies, bool isSecure)
    {
        await using var silo = await StartAsync(proxies);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = new StringContent(
            $$"""{"key":"{{WritingSilo.AdminText}}"}""",
            Encoding.UTF8,
            "application/json")
        };
        request.Headers.Add("X-Forwarded-For", "203.0.113.1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = "aggregation.example";
        var answer = await silo.SendAsync(request, null, "en");
        Assert.Equal(204, answer.Status);
        Assert.Equal(isSecure, answer.Headers["Set-Cookie"].Contains("; secure", StringComparison.Ordinal));
        Assert.Equal(isSecure, answer.Headers.ContainsKey("Strict-Transport-Security"));
    }

    private static async Task<NarrowSilo> StartAsync(string proxies, string? hops = null)
    {
        var silo = new NarrowSilo(proxies, hops);
        await silo.InitializeAsync();
        return silo;
    }

    private static async Task<Answer> GetAsync(NarrowSilo silo, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/catalogue");
        request.Headers.Add("X-Forwarded-For", address);
        return await silo.SendAsync(request, null, "en");
    }

    private sealed class NarrowSilo(string proxies, string? hops) : WritingSilo, IAsyncDisposable
    {
        protected override Dictionary<string, string?> Settings { get; } = new()
        {
            ["Security:KnownProxies"] = proxies,
            ["Security:ProxyHops"] = hops,
            ["Security:PublicRead"] = "true",
            ["Security:RequestsPerMinute"] = "1",
        };

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
